import type { CallFact, Entry, Value } from '../../../facts/fact';
import { argumentAt, property } from '../../../facts/values';
import type { Api, Breach, FileView } from '../../../rule';
import { hostOf, isHost, isLoopback, isOfDevelopment, isPrivate } from '../shared/hosts';
import { readLocator } from '../shared/locator';

/** Finds what a call is given as the address of its service. */
export type Finder = (call: CallFact) => Value | undefined;
type Literal = Extract<Value, { kind: 'string' }>;

/** Options that belong to an address and are told with it. */
const BESIDE = /^(?:port|user|user_?name|database|db|db_?name|initial_catalog|uid)$/i;

/** A client that is given the host of its service by itself, apart from port, user and database. */
export function client(calls: readonly string[], variable: string, ...finders: readonly Finder[]): Api {
  return attached(calls, variable, finders, isHost);
}

/** A client of HTTP: only hosts of a private network are the app's own services; an API for all has one address. */
export function internal(calls: readonly string[], variable: string, ...finders: readonly Finder[]): Api {
  return attached(calls, variable, finders, (host) => isPrivate(host) && !isLoopback(host));
}

/** The same by names that need no import. */
export function anywhere(...apis: readonly Api[]): Api[] {
  return apis.map((api) => ({ ...api, global: true }));
}

export function attached(
  calls: readonly string[],
  variable: string,
  finders: readonly Finder[],
  isService: (host: string) => boolean,
): Api {
  return {
    calls,
    breach: (call, file) => {
      for (const find of finders) {
        const value = literalIn(find(call));
        const host = value && hostOf(value.text);
        // A locator with a scheme of its own is the string check's.
        if (!value || host === undefined || readLocator(value.text) || !isService(host)) continue;
        if (isOfDevelopment(file.path, host)) continue;
        return namedHost(value, host, variable, file, besides(call, value));
      }
      return undefined;
    },
  };
}

/** The finding at an address; what is given with it is told with it. */
/** Files of what stands in for settings, and what sets an app up by asking for them. */
const DEFAULTS = /(?:^|[/_.-])defaults?\.\w+$|(?:^|\/)(?:install|installer|setup)\//i;

/** Whether a host of this machine is only what settings leave over. */
export function isLeftOver(host: string, path: string): boolean {
  return isLoopback(host) && DEFAULTS.test(path);
}

export function namedHost(
  { range }: Literal,
  host: string,
  variable: string,
  { path }: FileView,
  beside: readonly Entry[] = [],
): Breach {
  const related = beside.map(({ key, keyRange, value }) => {
    const place = { start: Math.min(keyRange.start, value.range.start), end: value.range.end };
    return { path, range: place, message: `${key} of the same service` };
  });
  const together = variable.endsWith('HOST')
    ? beside.map(({ key, value }) => ({
        range: value.range,
        name: siblingName(variable, key),
        cast: value.kind === 'number' ? ('number' as const) : ('string' as const),
      }))
    : [];
  return {
    range,
    words: { service: host },
    ...(isLeftOver(host, path) ? { severity: 'hint' as const } : {}),
    literal: { range, name: variable, cast: 'string', keepAsFallback: false },
    ...(related.length > 0 ? { related } : {}),
    ...(together.length > 0 ? { together } : {}),
  };
}

/** `DB_PORT` for a port beside `DB_HOST`, `PGUSER` for a user beside `PGHOST`. */
function siblingName(variable: string, key: string): string {
  const part = /^(?:db|db_?name|database|initial_catalog|name)$/i.test(key)
    ? 'NAME'
    : /port/i.test(key)
      ? 'PORT'
      : 'USER';
  const stem = variable.slice(0, -'HOST'.length);
  return stem === 'PG' ? `PG${part === 'NAME' ? 'DATABASE' : part}` : stem + part;
}

/** The text an address is written as: by itself, as the first of a list, or in the object that is made of it. */
export function literalIn(value: Value | undefined, depth = 0): Literal | undefined {
  switch (value?.kind) {
    case 'string':
      return value;
    case 'array':
      return depth < 3 ? literalIn(value.items[0], depth + 1) : undefined;
    case 'object':
      return depth < 3 ? literalIn(property(value, 'host'), depth + 1) : undefined;
    case 'call':
      return depth < 3 && ADDRESSES.test(value.callee)
        ? literalIn(value.args[0]?.value, depth + 1)
        : undefined;
    default:
      return undefined;
  }
}

/** What only wraps an address. */
const ADDRESSES =
  /(?:^|[.?])(?:URL|Uri|URI|URI\.create|HttpHost|HttpHost\.create|TCP|\w*ConnectionPool|ServerAddress|InetSocketAddress|HostAndPort|RedisURI\.create|AddrParse|asList|Arrays\.asList|List\.of|parse|Url\.parse|to_owned|to_string|into|from|String\.from|getBytes)(?:\(\))?$/;

/** The literals that stand beside an address: in the same object, or as other keywords of the call. */
export function besides(call: CallFact, value: Value): readonly Entry[] {
  const keywords = call.args.flatMap(({ name, value: given }) =>
    name === undefined ? [] : [{ key: name, keyRange: given.range, value: given }],
  );
  const all = keywords.some((one) => one.value === value)
    ? keywords
    : call.args.map((argument) => around(argument.value, value)).find((one) => one !== undefined);
  return (all ?? []).filter(
    (one) => BESIDE.test(one.key) && (one.value.kind === 'string' || one.value.kind === 'number'),
  );
}

/** The entries of the object that holds a value. */
export function around(from: Value, value: Value): readonly Entry[] | undefined {
  if (from.kind !== 'object') return undefined;
  if (from.entries.some((entry) => entry.value === value)) return from.entries;
  return from.entries.map((entry) => around(entry.value, value)).find((one) => one !== undefined);
}

export const option =
  (...path: string[]): Finder =>
  (call) =>
    property(call.args[0]?.value, ...path);
export const optionAt =
  (index: number, ...path: string[]): Finder =>
  (call) =>
    property(call.args[index]?.value, ...path);
export const at =
  (index: number): Finder =>
  (call) =>
    call.args[index]?.value;
export const keyword =
  (name: string, index = 99): Finder =>
  (call) =>
    argumentAt(call.args, index, name);
export const inLast =
  (...path: string[]): Finder =>
  (call) =>
    property(call.args.at(-1)?.value, ...path);
/** A setting by its name: `set("bootstrap.servers", "…")`. */
export const setting =
  (...names: readonly (string | RegExp)[]): Finder =>
  (call) => {
    const [key, value] = call.args.map((argument) => argument.value);
    const name = key?.kind === 'string' ? key.text : key?.kind === 'reference' ? key.name : '';
    return names.some((one) => (typeof one === 'string' ? one === name : one.test(name))) ? value : undefined;
  };
