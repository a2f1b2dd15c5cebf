import { type Argument, type CallFact, HOLE, type Value } from '../../../facts/fact';
import { argumentAt, property, readsEnv, textOf } from '../../../facts/values';
import type { Api, Severity } from '../../../rule';
import { says } from './apis';

/** Databases that are no file, that nobody writes to, or that nobody keeps. */
const HARMLESS =
  /^$|:memory:|mode=(?:memory|ro|readonly)\b|immutable=1|^(?:file:)?(?:\/\/)?\/tmp\/|^\/dev\/|^(?:https?|libsql|wss?):|(?:^|[/\\_.-])(?:tmp|temp|test|tests|cache|caches)(?:[/\\_.-]|$)|tmpdir|gettempdir/i;
const DATA_FILE = /[\w-]+\.(?:db3?|sqlite3?|sql3|json|realm)\b/i;
/** Code that moves data from an older store. */
const MIGRATION = /migrations?\//i;
const LEVELS: readonly Severity[] = ['hint', 'information', 'warning', 'error'];
const TEMPORARY = /tmp|temp|cache/i;

/** How sure it is that a value names a file for the app's data: a literal is, a path from elsewhere may be. */
export function dataFile(value: Value | undefined): Severity | undefined {
  if (!value) return undefined;
  const text = textOf(value);
  if (text !== undefined) {
    if (HARMLESS.test(text)) return undefined;
    // Where the path has a hole, it may be anybody's file.
    return text.includes(HOLE) && !DATA_FILE.test(text) ? 'hint' : 'information';
  }
  switch (value.kind) {
    case 'either':
      return value.values.map(dataFile).some((found) => found !== undefined) ? 'information' : undefined;
    case 'call': {
      if (readsEnv(value)) return 'information';
      const texts = value.args.map((argument) => textOf(argument.value)).filter((one) => one !== undefined);
      if (TEMPORARY.test(value.callee) || texts.some((one) => HARMLESS.test(one))) return undefined;
      return value.args.some(({ value: part }) => part.kind === 'reference' && TEMPORARY.test(part.name))
        ? undefined
        : texts.length > 0
          ? 'information'
          : 'hint';
    }
    case 'env':
      return 'information';
    case 'reference':
      return TEMPORARY.test(value.name) ? undefined : 'hint';
    case 'unknown':
      return 'hint';
    default:
      return undefined;
  }
}

interface Opening {
  readonly what: string;
  readonly calls: readonly string[];
  /** Where the path is: a position, a keyword, or a key of an object there. */
  readonly at?: number;
  readonly key?: string;
  /** The most it is ever said to be. */
  readonly most?: Severity;
  readonly unless?: (call: CallFact) => boolean;
}

/** A function that opens, or makes, a database in a file. */
export function opens({ what, calls, at = 0, key, most, unless }: Opening): Api {
  return {
    calls,
    breach: (call, file) => {
      if (MIGRATION.test(file.path)) return undefined;
      const given = argumentAt(call.args, at, key);
      const path = given?.kind === 'object' && key !== undefined ? property(given, key) : given;
      const found = unless?.(call) ? undefined : dataFile(path);
      return found && says(what, call.range, least(found, most));
    },
  };
}

function least(found: Severity, most: Severity = 'error'): Severity {
  return LEVELS.indexOf(found) < LEVELS.indexOf(most) ? found : most;
}

/** Whether an option of any argument is on: `{ readonly: true }`, `read_only=True`. */
export function isOn(args: readonly Argument[], ...names: readonly string[]): boolean {
  return args.some(({ name, value }) =>
    names.some((one) => {
      const given = name === one ? value : property(value, one);
      return given?.kind === 'boolean' && given.value;
    }),
  );
}
