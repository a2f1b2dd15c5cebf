import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand, Word } from '../../../procfile/procfile';
import type { Breach, Fixer } from '../../../rule';
import type { Range } from '../../../text';
import { addressFix } from './address-fix';

/** How a server's command names its port: options that take a bare port, and options that take an address. */
interface ServerCommand {
  readonly port?: readonly string[];
  readonly bind?: readonly string[];
}

const SERVERS: ReadonlyMap<string, ServerCommand> = new Map([
  ['gunicorn', { bind: ['-b', '--bind'] }],
  ['uvicorn', { port: ['--port'] }],
  ['hypercorn', { bind: ['-b', '--bind'] }],
  ['daphne', { port: ['-p', '--port'] }],
  ['waitress-serve', { port: ['--port'], bind: ['--listen'] }],
  ['next', { port: ['-p', '--port'] }],
  ['nuxt', { port: ['-p', '--port'] }],
  ['serve', { port: ['-l', '--listen', '-p'] }],
  ['http-server', { port: ['-p', '--port'] }],
  ['flask', { port: ['-p', '--port'] }],
  ['rails', { port: ['-p', '--port'] }],
  ['puma', { port: ['-p', '--port'], bind: ['-b', '--bind'] }],
  ['thin', { port: ['-p', '--port'] }],
  ['rackup', { port: ['-p', '--port'] }],
  ['unicorn', { port: ['-p', '--port'] }],
  ['php', { bind: ['-S'] }],
  ['artisan', { port: ['--port'] }],
  ['octane', { port: ['--port'] }],
  ['vite', { port: ['--port'] }],
  ['json-server', { port: ['-p', '--port'] }],
  ['streamlit', { port: ['--server.port'] }],
  ['falcon', { bind: ['-b', '--bind'] }],
  ['dotnet', { bind: ['--urls'] }],

  ['java', { port: ['--server.port', '-Dserver.port'] }],
]);

/**
 * The fixed ports in a Procfile's process commands. Other places give a process its port in their own way; the start
 * script of a package is often what a platform runs.
 */
export function fixedPorts({ command, role, processType, path }: RoleCommand): Breach[] {
  const isScript = /(?:^|\/)package\.json$/.test(path);
  if (role !== 'run' || (processType === undefined && !isScript)) return [];
  return command.simple.flatMap((simple) => {
    const found = portOfCommand(simple);
    const range = found && rangeOfPort(found);
    return range
      ? [
          {
            range,
            severity: isScript ? ('information' as const) : ('error' as const),
            repair: { to: 'variable' },
          },
        ]
      : [];
  });
}

interface CommandPort {
  readonly port: number;
  readonly word: Word;
}

/** The fixed port that a server's command names. */
export function portOfCommand({ words }: SimpleCommand): CommandPort | undefined {
  for (const [index, word] of words.entries()) {
    const server = SERVERS.get(word.text.slice(word.text.lastIndexOf('/') + 1));
    const found = server && inOptions(server, words.slice(index + 1));
    if (found) return found;
  }
  return undefined;
}

function inOptions(server: ServerCommand, words: readonly Word[]): CommandPort | undefined {
  for (const [index, word] of words.entries()) {
    for (const name of [...(server.port ?? []), ...(server.bind ?? [])]) {
      if (word.text === name) return trailingPort(words[index + 1], 0);
      if (word.text.startsWith(`${name}=`)) return trailingPort(word, name.length + 1);
      if (/^-\w$/.test(name) && word.text.startsWith(name) && /^-\w:?\d+$/.test(word.text))
        return trailingPort(word, 2);
    }
  }
  return undefined;
}

/** The digits at a word's end, alone or after a colon. */
function trailingPort(word: Word | undefined, from: number): CommandPort | undefined {
  const port = word?.literal ? Number(/(?:^|:)(\d{2,5})$/.exec(word.text.slice(from))?.[1] ?? 0) : 0;
  return word && port > 0 ? { port, word } : undefined;
}

/** Where the digits stand; quoted words are left alone. */
function rangeOfPort({ port, word }: CommandPort): Range | undefined {
  if (word.range.end - word.range.start !== word.text.length) return undefined;
  return { start: word.range.end - String(port).length, end: word.range.end };
}

/** A process command takes `$PORT` in place of the number, an address in code reads the variable. */
export const toPortVariable: Fixer = (finding, text) => {
  const { to, text: variable } = finding.breach.repair ?? {};
  if (to === 'address') return addressFix(finding, text);
  const newText = to === 'variable' ? '$PORT' : to === 'text' ? variable : undefined;
  if (typeof newText !== 'string') return [];
  const title = to === 'variable' ? 'Use $PORT' : 'Take the port from PORT';
  return [{ title, kind: 'suggestion', edits: [{ path: finding.path, range: finding.range, newText }] }];
};
