import type { Cast } from '../../language';
import { readTypedEnv } from '../../languages/shared/javascript';
import { wordsOf } from '../../names';
import type { BraceEntry } from './braces';
import type { ModuleFile, Wanted } from './env-module';

const TYPED = /\.[cm]?tsx?$/;

/** The plain read of a variable in a module of JavaScript or TypeScript. */
export function plainRead({ path }: ModuleFile, { name, cast, fallback }: Wanted): string {
  const { text } = readTypedEnv(name, cast, fallback);
  return TYPED.test(path) ? text : text.replace(/ as string$/, '');
}

/** The rule of a zod schema for a variable. */
export function zodType({ cast, fallback }: Wanted): string {
  const types: Record<Cast, string> = {
    string: 'z.string()',
    number: 'z.coerce.number().int()',
    decimal: 'z.coerce.number()',
    boolean: "z.enum(['true', 'false']).transform((value) => value === 'true')",
  };
  const otherwise = cast === 'boolean' ? `'${fallback}'` : fallback;
  const end = fallback === undefined ? '' : `.default(${otherwise})`;
  // A default stands before what turns the text into something else.
  return cast === 'boolean' ? types.boolean.replace('.transform', `${end}.transform`) : types[cast] + end;
}

/** A variable's name as the other entries of a configuration object are spelled. */
export function keyLike(name: string, entries: readonly BraceEntry[]): string {
  const small = entries.filter(({ key }) => /[a-z]/.test(key)).length;
  if (small * 2 < entries.length || entries.length === 0) return name;
  if (entries.filter(({ key }) => /^[a-z]+_/.test(key)).length * 2 > small) return name.toLowerCase();
  const [first = '', ...rest] = wordsOf(name);
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
