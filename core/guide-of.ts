import type { SimpleCommand, Word } from './procfile/procfile';
import type { ProgramGuide, ProgramOption } from './program-guide';
import guides from './programs/index.generated';

/** A program that a command starts and whose documentation is known. */
export interface GuidedProgram {
  readonly guide: ProgramGuide;
  /** The index of its first word. */
  readonly at: number;
  /** The words that name it. */
  readonly words: readonly Word[];
}

interface Named {
  readonly guide: ProgramGuide;
  readonly rest: readonly string[];
}

const byFirstWord = new Map<string, readonly Named[]>();
for (const guide of guides) {
  for (const name of guide.names) {
    const [first = '', ...rest] = name.split(' ');
    const named = [...(byFirstWord.get(first) ?? []), { guide, rest }];
    byFirstWord.set(
      first,
      named.sort((a, b) => b.rest.length - a.rest.length),
    );
  }
}

/** The first known program that a simple command starts, behind whatever starts it: `bundle exec puma`. */
export function guideOf({ words }: Pick<SimpleCommand, 'words'>): GuidedProgram | undefined {
  for (const [at, { text, literal }] of words.entries()) {
    const named = literal ? byFirstWord.get(baseName(text)) : undefined;
    const found = named?.find(({ rest }) =>
      rest.every((word, index) => words[at + 1 + index]?.text === word),
    );
    if (found) return { guide: found.guide, at, words: words.slice(at, at + 1 + found.rest.length) };
  }
  return undefined;
}

/** The option of a program that a word gives, alone or with its value: `--bind`, `--bind=:80`. */
export function optionOf(guide: ProgramGuide, word: string): ProgramOption | undefined {
  const name = word.split('=', 1)[0] ?? '';
  return guide.options.find(
    ({ names }) => names.includes(name) || names.some((one) => one === '-Xmx' && word.startsWith(one)),
  );
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
