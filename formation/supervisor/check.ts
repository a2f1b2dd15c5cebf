/** Tells whether a value that came from outside has the shape of `T`. */
export type Check<T> = (value: unknown) => value is T;

export const isText: Check<string> = (value): value is string => typeof value === 'string';
export const isNumber: Check<number> = (value): value is number => Number.isFinite(value);
export const isCount: Check<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;
export const isFlag: Check<boolean> = (value): value is boolean => typeof value === 'boolean';

export function isOne<const T extends string>(...choices: readonly T[]): Check<T> {
  return (value): value is T => choices.some((choice) => choice === value);
}

/** JSON drops what is undefined, so a missing field is one. */
export function orNothing<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}

export function isListOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(check);
}

export const isTextMap: Check<Readonly<Record<string, string>>> = (
  value,
): value is Readonly<Record<string, string>> => isObject(value) && Object.values(value).every(isText);

/** Further fields are allowed: a later version may send them. */
export function hasShape<T extends object>(shape: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const fields: [string, Check<unknown>][] = Object.entries(shape);
  return (value): value is T =>
    isObject(value) &&
    fields.every(([name, check]) => check(Object.hasOwn(value, name) ? value[name] : undefined));
}

export function isAnyOf<T>(...checks: readonly Check<T>[]): Check<T> {
  return (value): value is T => checks.some((check) => check(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
