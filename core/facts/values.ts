import { type Argument, HOLE, type Value } from './fact';

/** The longest text and the longest name that rules are shown, which keeps their patterns fast on any file. */
export const LONGEST_TEXT = 4_096;

/** True where any part of the value comes from the environment. */
export function readsEnv(value: Value): boolean {
  switch (value.kind) {
    case 'env':
      return true;
    case 'either':
      return value.values.some(readsEnv);
    case 'array':
      return value.items.some(readsEnv);
    case 'call':
      return value.args.some((argument) => readsEnv(argument.value));
    default:
      return false;
  }
}

/** The argument with this keyword, else the positional one at `index`. */
export function argumentAt(args: readonly Argument[], index: number, keyword?: string): Value | undefined {
  const named = keyword === undefined ? undefined : args.find((argument) => argument.name === keyword);
  if (named) return named.value;
  const positional = args.filter((argument) => argument.name === undefined);
  return positional[index]?.value;
}

/** The value of a key of an object literal; undefined where it has none or is no object. */
export function property(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  let at = value;
  for (const key of path) {
    if (at?.kind !== 'object') return undefined;
    at = at.entries.find((entry) => entry.key === key)?.value;
  }
  return at;
}

/** The text of a string, or of a template with its holes kept as U+FFFC. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'string' || value?.kind === 'template' ? value.text : undefined;
}

/** A template's text up to its first hole; a string's whole text. */
export function literalStart(value: Value): string | undefined {
  const text = textOf(value);
  const hole = text?.indexOf(HOLE) ?? -1;
  return hole < 0 ? text : text?.slice(0, hole);
}
