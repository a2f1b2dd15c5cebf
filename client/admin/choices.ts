import type { AdminKind, AdminProcess } from '../../core/protocol';

/** One line of the list of one-off processes. */
export interface Choice {
  readonly label: string;
  readonly description: string;
  /** The command; undefined for a heading and for typing one. */
  readonly command: string | undefined;
  /** What the command's terminal is called. */
  readonly name: string;
  readonly isHeading: boolean;
}

/** A one-off process that was run. */
export interface Run {
  readonly name: string;
  readonly command: string;
}

const headings: Readonly<Record<AdminKind, string>> = {
  release: 'Release',
  migration: 'Database migrations',
  console: 'Consoles',
  task: 'Tasks',
  script: 'Scripts',
};
const icons: Readonly<Record<AdminKind, string>> = {
  release: 'rocket',
  migration: 'database',
  console: 'terminal',
  task: 'checklist',
  script: 'play',
};

/** The list: what was run before, newest first, then what was found by its kind, and at the end the way to type a command. */
export function choicesOf(found: readonly AdminProcess[], recent: readonly Run[]): readonly Choice[] {
  const choices: Choice[] = [];
  if (recent.length > 0) choices.push(heading('Run before'));
  for (const { name, command } of recent) choices.push(choice('history', name, command, command));
  let kind: AdminKind | undefined;
  for (const process of found) {
    if (recent.some(({ command }) => command === process.command)) continue;
    if (process.kind !== kind) choices.push(heading(headings[process.kind]));
    kind = process.kind;
    const what = process.detail === '' ? process.command : process.detail;
    choices.push(choice(icons[process.kind], process.name, what, process.command));
  }
  if (choices.length > 0) choices.push(heading(''));
  return [...choices, { ...choice('edit', 'Type a command…', '', ''), command: undefined }];
}

function heading(label: string): Choice {
  return { label, description: '', command: undefined, name: '', isHeading: true };
}

function choice(icon: string, name: string, description: string, command: string): Choice {
  return { label: `$(${icon}) ${name}`, description, command, name, isHeading: false };
}

const mostRuns = 10;

/** The runs with one more at their front; a command stands once. */
export function withRun(recent: readonly Run[], run: Run): readonly Run[] {
  return [run, ...recent.filter(({ command }) => command !== run.command)].slice(0, mostRuns);
}

/** Reads runs that an earlier window stored, leaving out what is none. */
export function runsFrom(stored: unknown): readonly Run[] {
  if (!Array.isArray(stored)) return [];
  return stored.filter(isRun).slice(0, mostRuns);
}

function isRun(value: unknown): value is Run {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'command' in value &&
    typeof value.command === 'string'
  );
}

/** What a terminal of a typed command is called: its program and what comes first after it. */
export function nameOf(command: string): string {
  const words = command.trim().split(/\s+/);
  return words.slice(0, 3).join(' ').slice(0, 40);
}
