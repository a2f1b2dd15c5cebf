import type { SimpleCommand, Word } from './procfile';

/** The program that a simple command ends up running, with the words behind it. */
export interface Program {
  /** Its name without folders: `gunicorn` of `poetry run /venv/bin/gunicorn`. */
  readonly name: string;
  readonly word: Word;
  readonly args: readonly Word[];
}

/** Programs that only run what their words name; `takes` are options with a value of their own. */
const WRAPPERS: readonly { readonly words: readonly string[]; readonly takes?: readonly string[] }[] = [
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
  { words: ['dotenv'], takes: ['-e', '-f'] },
  { words: ['dotenvx', 'run'], takes: ['-f'] },
  { words: ['cross-env'] },
  { words: ['chamber', 'exec'], takes: ['exec'] },
  { words: ['doppler', 'run'] },
  { words: ['with_rails_env'] },
];

/** Looks through wrappers such as `exec`, `bundle exec` and `poetry run`; undefined where nothing is run. */
export function programOf({ words }: SimpleCommand): Program | undefined {
  let at = 0;
  for (let step = 0; step < 8; step++) {
    const next = pastWrapper(words, at);
    if (next === undefined) break;
    at = next;
  }
  const word = words[at];
  return word && { name: baseOf(word.text), word, args: words.slice(at + 1) };
}

function pastWrapper(words: readonly Word[], from: number): number | undefined {
  const found = WRAPPERS.find((one) =>
    one.words.every((text, index) => {
      const word = words[from + index]?.text ?? '';
      return (index === 0 ? baseOf(word) : word) === text;
    }),
  );
  if (!found) return undefined;
  let at = from + found.words.length;
  // What stands right behind a wrapper such as `gosu` is its own: the user to become.
  if (found.takes?.includes(found.words.at(-1) ?? '')) at++;
  for (; at < words.length; at++) {
    const text = words[at]?.text ?? '';
    if (text === '--') return at + 1;
    if (found.takes?.includes(text)) at++;
    else if (!text.startsWith('-') && !/^\w+=/.test(text)) return at;
  }
  return undefined;
}

function baseOf(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}
