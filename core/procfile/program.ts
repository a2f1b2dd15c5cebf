import type { SimpleCommand, Word } from './procfile';

/** The program that a simple command ends up running, with the words behind it. */
export interface Program {
  /** Its name without folders: `gunicorn` of `poetry run /venv/bin/gunicorn`. */
  readonly name: string;
  readonly word: Word;
  readonly args: readonly Word[];
}

/** A program that only runs what its words name. */
export interface Wrapper {
  readonly words: readonly string[];
  /** Options with a value of their own. */
  readonly takes?: readonly string[];
  /** It runs the program with variables that it fetches itself. */
  readonly fetches?: boolean;
}

const WRAPPERS: readonly Wrapper[] = [
  { words: ['exec'] },
  { words: ['bundle', 'exec'] },
  { words: ['poetry', 'run'] },
  { words: ['pipenv', 'run'] },
  { words: ['pdm', 'run'] },
  { words: ['hatch', 'run'] },
  { words: ['rye', 'run'] },
  {
    words: ['uv', 'run'],
    takes: ['--package', '--group', '--extra', '--with', '-p', '--python', '--env-file'],
  },
  { words: ['npx'], takes: ['-p', '--package'] },
  { words: ['pnpm', 'exec'] },
  { words: ['yarn', 'exec'] },
  { words: ['npm', 'exec'] },
  { words: ['bunx'] },
  { words: ['env'], takes: ['-u', '--unset'] },
  { words: ['nice'], takes: ['-n'] },
  { words: ['time'] },
  { words: ['tini'] },
  { words: ['dumb-init'] },
  { words: ['catatonit'] },
  { words: ['gosu'], takes: ['gosu'] },
  { words: ['su-exec'], takes: ['su-exec'] },
  { words: ['newrelic-admin', 'run-program'] },
  { words: ['ddtrace-run'] },
  { words: ['opentelemetry-instrument'] },
  { words: ['dotenv'], takes: ['-e', '-f'], fetches: true },
  { words: ['dotenvx', 'run'], takes: ['-f'], fetches: true },
  { words: ['cross-env'] },
  { words: ['chamber', 'exec'], takes: ['exec'], fetches: true },
  { words: ['doppler', 'run'], fetches: true },
  { words: ['with_rails_env'] },
];

/** Looks through wrappers such as `exec`, `bundle exec` and `poetry run`; undefined where nothing is run. */
export function programOf({ words }: SimpleCommand): Program | undefined {
  const texts = words.map(({ text }) => text);
  let at = 0;
  for (let step = 0; step < 8; step++) {
    const next = pastWrapper(texts, at)?.at;
    if (next === undefined) break;
    at = next;
  }
  const word = words[at];
  return word && { name: baseOf(word.text), word, args: words.slice(at + 1) };
}

/** The wrapper at a place of the words of a command, and where the program that it runs stands. */
export function pastWrapper(
  words: readonly string[],
  from: number,
): { readonly at: number; readonly wrapper: Wrapper } | undefined {
  const found = WRAPPERS.find((one) =>
    one.words.every((text, index) => {
      const word = words[from + index] ?? '';
      return (index === 0 ? baseOf(word) : word) === text;
    }),
  );
  if (!found) return undefined;
  let at = from + found.words.length;
  // What stands right behind a wrapper such as `gosu` is its own: the user to become.
  if (found.takes?.includes(found.words.at(-1) ?? '')) at++;
  for (; at < words.length; at++) {
    const text = words[at] ?? '';
    if (text === '--') return { at: at + 1, wrapper: found };
    if (found.takes?.includes(text)) at++;
    else if (!text.startsWith('-') && !/^\w+=/.test(text)) return { at, wrapper: found };
  }
  return undefined;
}

function baseOf(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}
