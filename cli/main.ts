import { fileURLToPath } from 'node:url';
import type { GrammarHost } from '../core/host';
import { version } from '../package.json';
import { run } from './program';
import { processTerminal } from './terminal';

/** Loaded with the first grammar, so that what needs none starts at once. */
async function host(): Promise<GrammarHost> {
  const [{ setFlagsFromString }, { grammarHost }] = await Promise.all([
    import('node:v8'),
    import('../host/grammars'),
  ]);
  // The optimising compiler works for seconds on the lexers of some grammars, longer than a whole check takes.
  setFlagsFromString('--liftoff-only');
  return grammarHost(fileURLToPath(new URL('grammars', import.meta.url)));
}

const grammars: GrammarHost = {
  runtime: async () => (await host()).runtime(),
  grammar: async (name) => (await host()).grammar(name),
};

void run(process.argv.slice(2), version, grammars, processTerminal()).then(leave);

/** Ends once what was written is out, without waiting for what else may be open, such as a watchdog that is ending. */
function leave(code: number): void {
  process.exitCode = code;
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}
