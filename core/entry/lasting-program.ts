import { parseCommand } from '../procfile/command';
import type { Command, SimpleCommand } from '../procfile/procfile';

/** A program that a process type ends up running, as a command line, and the folder that it starts in. */
export interface LastingProgram {
  readonly text: string;
  /** Relative to the workspace folder. */
  readonly folder: string;
}

/** Steps that only say where and with what the program runs. */
const LEADS = new Set(['cd', 'export']);

/** The program of `simple` with what its own command says of its folder and its environment before. */
export function lastingProgram(
  command: Command,
  simple: SimpleCommand,
  folder: string,
): LastingProgram | undefined {
  if (simple.operator === '&' || simple.operator === '|') return undefined;
  // Its own ranges are those of the file, where a command may stand escaped.
  const own = parseCommand(command.text).simple;
  const at = command.simple.indexOf(simple);
  const parts = own.filter(
    ({ words }, index) =>
      index === at || (index < at && (words.length === 0 || LEADS.has(words[0]?.text ?? ''))),
  );
  if (own.length !== command.simple.length) return undefined;
  return { text: parts.map(({ range }) => command.text.slice(range.start, range.end)).join(' && '), folder };
}
