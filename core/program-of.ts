import type { SimpleCommand, Word } from './procfile/procfile';
import type { Program, ProgramOption } from './program';
import programs from './programs/index.generated';

/** A program that a command starts, and the words that name it. */
export interface StartedProgram {
  readonly program: Program;
  /** The index of its first word. */
  readonly at: number;
  readonly words: readonly Word[];
}

const byFirstWord = new Map<string, { readonly program: Program; readonly rest: readonly string[] }[]>();
for (const program of programs) {
  for (const name of program.names) {
    const [first = '', ...rest] = name.split(' ');
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { program, rest }]);
  }
}
for (const list of byFirstWord.values()) list.sort((a, b) => b.rest.length - a.rest.length);

/** The first known program that a simple command starts, behind whatever starts it: `bundle exec puma`. */
export function programOf({ words }: SimpleCommand): StartedProgram | undefined {
  for (const [at, { text, literal }] of words.entries()) {
    const named = literal ? byFirstWord.get(baseName(text)) : undefined;
    const found = named?.find(({ rest }) => rest.every((word, index) => words[at + 1 + index]?.text === word));
    if (found) return { program: found.program, at, words: words.slice(at, at + 1 + found.rest.length) };
  }
  return undefined;
}

/** The option of a program that a word gives, alone or with its value: `--bind`, `--bind=:80`. */
export function optionOf(program: Program, word: string): ProgramOption | undefined {
  const name = word.split('=', 1)[0] ?? '';
  return program.options.find(
    ({ names }) => names.includes(name) || names.some((one) => one === '-Xmx' && word.startsWith(one)),
  );
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
