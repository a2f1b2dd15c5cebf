import { parseCommand } from '../../core/procfile/command';
import type { SimpleCommand, Word } from '../../core/procfile/procfile';
import { pastWrapper } from '../../core/procfile/program';
import { baseName, type Invocation, type NoLaunch, within } from './launch';

type Env = Readonly<Record<string, string>>;

/** What only starts another program on a developer's machine, besides the wrappers that production knows. */
const starters = new Set([
  'nohup',
  // Of buildpacks.
  'jemalloc.sh',
  'start-nginx',
  'start-pgbouncer',
  'start-stunnel',
]);

/**
 * The one program that a command starts, its words expanded with `env`: a debugger has no shell to do that. What goes
 * before it (`cd web &&`, `export A=b;`, `exec`, `bundle exec`) is taken in.
 */
export function invocationOf(text: string, env: Env): Invocation | NoLaunch {
  const { simple } = parseCommand(text);
  const own: Record<string, string> = {};
  let folder = '';
  let left = [...simple];
  for (let [first] = left; first && left.length > 1 && leads(first); [first] = left) {
    const words = expanded(first, { ...env, ...own }, text);
    if (!words) return { problem: substitution };
    const [program, ...rest] = words;
    if (program === 'cd') folder = within(folder, (rest[0] ?? '').replace(/\/$/, ''));
    if (program === 'export') Object.assign(own, assignmentsIn(rest));
    if (program === undefined) Object.assign(own, assigned(first, { ...env, ...own }, text));
    left = left.slice(1);
  }
  const [only, ...others] = left;
  if (!only) return { problem: 'The command is empty.' };
  if (others.length > 0 || only.operator === '&' || only.operator === '|') return { problem: several };
  Object.assign(own, assigned(only, { ...env, ...own }, text));
  const words = expanded(only, { ...env, ...own }, text);
  return words ? unwrapped(words, folder, own, text) : { problem: substitution };
}

const several =
  'The command starts several programs. To debug it, give the process type one program, or put the steps into a script.';
const substitution =
  'The command is made by the shell when it runs, so no debugger can be chosen. Write the program and its arguments out.';

const fetched =
  'The command fetches env vars for its program when it runs, which a debugger cannot. Put them into .env, and start the program itself.';

/** A step before the program that only says where and with what it runs. */
function leads({ words, operator }: SimpleCommand): boolean {
  const [first] = words;
  if (operator !== '&&' && operator !== ';') return false;
  return first === undefined || first.text === 'cd' || first.text === 'export' || first.text === 'set';
}

/** Undefined where only a shell could tell. */
function expanded({ words }: SimpleCommand, env: Env, text: string): readonly string[] | undefined {
  const out: string[] = [];
  for (const word of words) {
    if (word.literal) out.push(word.text);
    else if (/\$\(|`|\$[^A-Za-z_{]/.test(word.text)) return undefined;
    else out.push(...pieces(word, env, text));
  }
  return out;
}

/** A variable that stands alone without quotes gives as many words as it has. */
function pieces({ text: word, range }: Word, env: Env, text: string): readonly string[] {
  const value = expand(word, env);
  if (text.slice(range.start, range.end) !== word) return [value];
  return value.split(/\s/).filter((piece) => piece !== '');
}

/** Puts the values of `$NAME`, `${NAME}` and `${NAME:-default}` in. */
export function expand(text: string, env: Env): string {
  const use = /\$(?:\{([A-Za-z_]\w*)(?::?-([^{}$]*))?\}|([A-Za-z_]\w*))/g;
  return text.replaceAll(use, (_, braced?: string, otherwise?: string, plain?: string) => {
    const value = env[braced ?? plain ?? ''];
    return value === undefined || value === '' ? (otherwise ?? value ?? '') : value;
  });
}

function assigned({ assignments }: SimpleCommand, env: Env, text: string): Env {
  return Object.fromEntries(
    assignments.map(({ name, valueRange }) => {
      const raw = text.slice(valueRange.start, valueRange.end);
      const [, single, double] = /^(?:'([^']*)'|"([^"]*)")$/.exec(raw) ?? [];
      return [name, single ?? expand(double ?? raw, env)];
    }),
  );
}

function assignmentsIn(words: readonly string[]): Env {
  const pairs = words.filter((word) => word.includes('='));
  return Object.fromEntries(
    pairs.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]),
  );
}

function unwrapped(words: readonly string[], folder: string, env: Env, text: string): Invocation | NoLaunch {
  let at = 0;
  let bundled = false;
  let own = env;
  for (;;) {
    const next = pastStarter(words, at);
    if (!next) break;
    if (next.fetches) return { problem: fetched };
    bundled ||= next.name === 'bundle';
    if (next.name.endsWith('env')) own = { ...own, ...assignmentsIn(words.slice(at + 1, next.at)) };
    at = next.at;
  }
  return at >= words.length
    ? { problem: 'The command names no program.' }
    : { words: words.slice(at), folder, env: own, bundled, text };
}

function pastStarter(words: readonly string[], from: number) {
  const name = baseName(words[from] ?? '');
  const found = pastWrapper(words, from);
  if (found) return { name, at: found.at, fetches: found.wrapper.fetches ?? false };
  if (!starters.has(name)) return undefined;
  const end = words.findIndex((word, at) => at > from && !word.startsWith('-'));
  return { name, at: end < 0 ? words.length : end, fetches: false };
}
