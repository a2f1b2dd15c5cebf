/** What is known of an app when a debugger is chosen for one of its commands. Paths are relative to the app and use `/`. */
export interface AppFiles {
  has(path: string): boolean;
  /** The scripts of the package.json in a folder; undefined where there is none. */
  scripts(folder: string): Readonly<Record<string, string>> | undefined;
  /** The program that the first line of a file names to run it, without folders; undefined where none is known. */
  interpreter(path: string): string | undefined;
}

/** One program with its arguments, as the shell would start it. */
export interface Invocation {
  /** The words after expansion, the program first. */
  readonly words: readonly string[];
  /** Where it runs, relative to the app; empty for the app itself. */
  readonly folder: string;
  /** What the command sets for its program alone. */
  readonly env: Readonly<Record<string, string>>;
  /** Started by `bundle exec`. */
  readonly bundled: boolean;
  /** The command as it was written. */
  readonly text: string;
}

export type Runtime = 'node' | 'python' | 'ruby' | 'go' | 'php' | 'java' | 'dotnet' | 'rust';

/** One way to launch a program under a debugger: the debugger's type and its attributes, without name, folder and env. */
export interface Way {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** How to launch a program under a debugger: in order of preference, as debuggers are there. */
export interface Launch {
  readonly runtime: Runtime;
  readonly ways: readonly Way[];
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Why no debugger can be chosen: a sentence that says what to do. */
export interface NoLaunch {
  readonly problem: string;
}

/** A {@link Launch} whose folder, where it names none, and env are those of the command. */
export type Found = Pick<Launch, 'runtime' | 'ways'> & { readonly folder?: string };

/** Knows how the programs of one runtime are started. Undefined for a program it does not know. */
export type Launcher = (invocation: Invocation, files: AppFiles) => Found | undefined;

/** The last part of a path, without an ending that Windows needs. */
export function baseName(path: string): string {
  return path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    .replace(/\.(?:exe|cmd|bat)$/, '');
}

/** A path of a file in a folder of the app. */
export function within(folder: string, path: string): string {
  const plain = path.startsWith('./') ? path.slice(2) : path;
  if (plain === '' || plain === '.') return folder;
  return folder === '' ? plain : `${folder}/${plain}`;
}

/** Splits leading options from the rest; `valued` names those that take the next word as their value. */
export function splitOptions(
  words: readonly string[],
  valued: ReadonlySet<string>,
): [options: readonly string[], rest: readonly string[]] {
  let at = 0;
  while (at < words.length && words[at]?.startsWith('-') && words[at] !== '--') {
    at += valued.has(words[at] ?? '') ? 2 : 1;
  }
  return [words.slice(0, at), words.slice(words[at] === '--' ? at + 1 : at)];
}

/** What the `#!` line of a script names, looked for in PATH or not: `ruby` of `#!/usr/bin/env ruby`. */
export function interpreterIn(text: string): string | undefined {
  const [, line = ''] = /^#! {0,9}([^\r\n]{1,200})/.exec(text) ?? [];
  const [first = '', ...rest] = line.split(/\s+/);
  const named =
    baseName(first) === 'env' ? rest.find((word) => !word.startsWith('-') && !word.includes('=')) : first;
  return named === undefined || named === '' ? undefined : baseName(named);
}
