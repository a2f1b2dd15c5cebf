import type { Command } from '../../../procfile/procfile';
import { Secret } from '../../../secret';
import type { SourceEnv } from '../../source';

/** Variables that the shell itself or the command gives a value. */
const OWN =
  /^(?:\d+|[?!#@*$-]|_|PWD|OLDPWD|HOME|PATH|IFS|RANDOM|SECONDS|LINENO|BASH\w*|OPTARG|OPTIND|PPID|UID|EUID|HOSTNAME|SHELL)$/;
const DECLARES = /^(?:export|declare|local|readonly|typeset|read|for)$/;

/** The variables that a command reads from its environment: those that it does not set itself. */
export function readsOfCommand(command: Command, scope: string | undefined): SourceEnv[] {
  const own = ownOf(command);
  return command.variables
    .filter(({ name }) => !own.has(name) && !OWN.test(name) && /^[A-Za-z_]\w*$/.test(name))
    .map(({ name, nameRange, hasDefault }) => ({
      name,
      range: nameRange,
      does: 'read' as const,
      ...(hasDefault ? { hasDefault: true } : {}),
      scope,
      when: 'run' as const,
    }));
}

function ownOf(command: Command): Set<string> {
  const own = new Set<string>();
  for (const { assignments, words } of command.simple) {
    // `NAME=value command` is for that command alone.
    if (words.length === 0) for (const { name } of assignments) own.add(name);
    if (!DECLARES.test(words[0]?.text ?? '')) continue;
    for (const { text } of words.slice(1)) own.add(text.split('=')[0] ?? '');
  }
  return own;
}

/** The variables that stand before a command's first word: `NODE_ENV=production node server.js`. */
export function assignmentsOf(command: Command, text: string, scope: string | undefined): SourceEnv[] {
  return command.simple.flatMap(({ assignments, words }) =>
    words.length === 0
      ? []
      : assignments.map(({ name, nameRange, valueRange }) => ({
          name,
          range: nameRange,
          does: 'set' as const,
          value: new Secret(text.slice(valueRange.start, valueRange.end)),
          valueRange,
          scope,
          when: 'run' as const,
        })),
  );
}
