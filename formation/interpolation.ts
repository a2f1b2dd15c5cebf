import { parseEnv } from '../core/env/parse';

/**
 * What `$NAME` in the value of an env file means. `none`: nothing (`dotenv`, foreman). `braces`: `${NAME}` and
 * `${NAME:-default}` are replaced (python-dotenv). `all`: `$NAME` too, not in single quotes, and `\$` is a dollar
 * (dotenv-expand, Ruby's dotenv, Docker Compose).
 */
export type Interpolation = 'none' | 'braces' | 'all';

interface Manner {
  readonly interpolation: Interpolation;
  readonly shellWins: boolean;
}

/** The values of the env files with the variables in them replaced by what stands before them, or in the shell. */
export function expandAll(
  envTexts: readonly string[],
  shell: ReadonlyMap<string, string>,
  { interpolation, shellWins }: Manner,
): Map<string, string> {
  const values = new Map<string, string>();
  const look = (name: string): string | undefined =>
    shellWins ? (shell.get(name) ?? values.get(name)) : (values.get(name) ?? shell.get(name));
  for (const text of envTexts) {
    for (const { name, value, quote } of parseEnv(text).entries) {
      const literal = interpolation === 'all' && quote === "'";
      values.set(name, literal ? value.reveal() : expand(value.reveal(), interpolation === 'all', look));
    }
  }
  return values;
}

const name = /[A-Za-z_]\w*/y;

function expand(text: string, bare: boolean, look: (name: string) => string | undefined): string {
  let out = '';
  let start = 0;
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', start)) {
    const escaped = bare && text[at - 1] === '\\' && at > start;
    const found = escaped ? undefined : variableAt(text, at, bare);
    out += text.slice(start, escaped ? at - 1 : at);
    out += found ? replacementFor(found, look) : '$';
    start = found ? found.end : at + 1;
  }
  return out + text.slice(start);
}

interface Variable {
  readonly name: string;
  readonly fallback: string | undefined;
  /** `:-`: an empty value counts as none. */
  readonly emptyIsNone: boolean;
  readonly end: number;
}

function replacementFor(
  { name, fallback, emptyIsNone }: Variable,
  look: (name: string) => string | undefined,
): string {
  const value = look(name);
  return (emptyIsNone && value === '' ? undefined : value) ?? fallback ?? '';
}

function variableAt(text: string, at: number, bare: boolean): Variable | undefined {
  const braced = text[at + 1] === '{';
  if (!braced && !bare) return undefined;
  name.lastIndex = at + (braced ? 2 : 1);
  const found = name.exec(text)?.[0];
  if (found === undefined) return undefined;
  const end = name.lastIndex;
  if (!braced) return { name: found, fallback: undefined, emptyIsNone: false, end };
  if (text[end] === '}') return { name: found, fallback: undefined, emptyIsNone: false, end: end + 1 };
  const emptyIsNone = text[end] === ':';
  const dash = emptyIsNone ? end + 1 : end;
  const close = text.indexOf('}', dash);
  if (text[dash] !== '-' || close < 0) return undefined;
  return { name: found, fallback: text.slice(dash + 1, close), emptyIsNone, end: close + 1 };
}
