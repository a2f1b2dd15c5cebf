import { createInterface } from 'node:readline';
import { codeOf } from '../node/errors';
import { isSupervisorConfig, readyLine } from './launch';
import { serve } from './serve';

process.on('uncaughtException', end);
process.on('unhandledRejection', end);
// Whoever started us may be gone before it has read that we are ready.
process.stdout.on('error', () => undefined);

const input = createInterface(process.stdin);
input.once('line', (line) => {
  input.close();
  const config: unknown = JSON.parse(line);
  if (!isSupervisorConfig(config)) throw new TypeError('not a configuration');
  serve(config).then(() => process.stdout.write(`${readyLine}\n`), end);
});

/** An error's message may quote what it is about, so only its kind and its place are told. */
function end(error: unknown): void {
  const kind = error instanceof Error ? `${error.name} ${codeOf(error) ?? ''}` : typeof error;
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  process.stderr.write(`${[kind, ...frames].join('\n')}\n`);
  process.exit(1);
}
