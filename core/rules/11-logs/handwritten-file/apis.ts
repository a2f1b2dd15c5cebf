import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, property, textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api, Breach } from '../../../rule';
import { isChosenByDeploy, isLogFile } from '../shared/log-file';
import { appends } from './modes';

interface Write {
  readonly calls: readonly string[];
  /** Where the path stands. */
  readonly path?: number;
  /** Whether this call adds to the file; without it every call does. */
  readonly when?: (call: CallFact) => boolean;
  readonly global?: boolean;
  /** The function that prints the second argument instead. */
  readonly print?: string;
  /** The file is made for one of these libraries, and the rule on log handlers speaks of it. */
  readonly unless?: RegExp;
}

/** Writes to a file that is named like a log. */
function write({ calls, path = 0, when, global = false, unless, print }: Write): Api {
  return {
    calls,
    global,
    breach: (call, file) => {
      const given = argumentAt(call.args, path);
      if (!given || !isLogFile(given) || (when && !when(call))) return undefined;
      if (unless && file.imports.some(({ module }) => unless.test(module))) return undefined;
      const soft = isChosenByDeploy(given) ? ({ severity: 'information' } as const) : {};
      return { range: call.range, ...soft, ...printing(call, print) };
    },
  };
}

/** What "Print it" needs to know. */
function printing({ args }: CallFact, before: string | undefined, index = 1): Pick<Breach, 'repair'> {
  const text = args[index]?.value.range;
  return before && text ? { repair: { before, start: text.start, end: text.end } } : {};
}

const mode =
  (index: number, keyword?: string) =>
  (call: CallFact): boolean =>
    appends(argumentAt(call.args, index, keyword));
const refersTo =
  (names: RegExp, from = 1) =>
  ({ args }: CallFact): boolean =>
    args.slice(from).some(({ value }) => mentions(value, names));

function mentions(value: Value, names: RegExp): boolean {
  if (value.kind === 'reference') return names.test(value.name);
  if (value.kind === 'array') return value.items.some((one) => mentions(one, names));
  return value.kind === 'either' && value.values.some((one) => mentions(one, names));
}

/** Flags that are joined, such as `FILE_APPEND | LOCK_EX`. */
const joined = ({ args }: CallFact): boolean => args[2]?.value.kind === 'unknown';

const JS_LOGGERS =
  /^(?:morgan|winston|pino|bunyan|log4js|sonic-boom|rotating-file-stream|file-stream-rotator|signale)$/;
const GO_LOGGERS =
  /^(?:log|log\/slog|github\.com\/(?:sirupsen\/logrus|rs\/zerolog|gin-gonic\/gin|labstack\/echo|gofiber\/fiber|gorilla\/handlers|hashicorp\/go-hclog|go-kit)|go\.uber\.org\/zap)\b/;
const RUST_LOGGERS = /^(?:simplelog|fern|env_logger|slog\w*|tracing_subscriber|tracing_appender)\b/;
const isReadOnly = (flag: Value | undefined): boolean =>
  (flag?.kind === 'reference' && flag.name === 'os.O_RDONLY') ||
  (flag?.kind === 'number' && flag.value === 0);
const isTrue = (index: number) => (call: CallFact) => {
  const given = argumentAt(call.args, index, 'append');
  return given?.kind === 'boolean' && given.value;
};

const fs = (...names: readonly string[]): string[] =>
  names.flatMap((name) => [`fs.${name}`, `fs.promises.${name}`, `fs/promises.${name}`, `fs-extra.${name}`]);

const javascript: readonly Api[] = [
  write({ calls: ['fs.appendFileSync', 'fs-extra.appendFileSync'], print: 'process.stdout.write' }),
  write({ calls: fs('appendFile') }),
  write({
    calls: fs('writeFile', 'writeFileSync', 'createWriteStream', 'open', 'openSync'),
    unless: JS_LOGGERS,
    when: (call) => {
      const options = call.args[1]?.value;
      return appends(property(options, 'flags') ?? property(options, 'flag') ?? options);
    },
  }),
  write({
    calls: ['Deno.writeTextFile', 'Deno.writeTextFileSync'],
    global: true,
    when: (call) => {
      const append = property(call.args[2]?.value, 'append');
      return append?.kind === 'boolean' && append.value;
    },
  }),
];

const python: readonly Api[] = [
  write({ calls: ['open'], global: true, when: mode(1, 'mode') }),
  write({ calls: ['io.open', 'codecs.open', 'aiofiles.open'], when: mode(1, 'mode') }),
];

const ruby: readonly Api[] = [write({ calls: ['File.open', 'File.new', 'open'], when: mode(1, 'mode') })];

const php: readonly Api[] = [
  write({
    calls: ['file_put_contents'],
    global: true,
    print: 'error_log',
    when: (call) => joined(call) || refersTo(/^\\?FILE_APPEND$/, 2)(call),
  }),
  write({ calls: ['fopen'], global: true, when: mode(1) }),
  {
    calls: ['error_log'],
    global: true,
    breach: (call) => {
      const kind = argumentAt(call.args, 1, 'message_type');
      const isFile = (kind?.kind === 'number' && kind.value === 3) || textOf(kind) === '3';
      return isFile ? { range: call.range, ...printing(call, 'error_log', 0) } : undefined;
    },
  },
];

const java: readonly Api[] = [
  write({ calls: ['java.io.FileWriter', 'java.io.FileOutputStream'], when: isTrue(1) }),
  write({
    calls: [
      'java.nio.file.Files.write',
      'java.nio.file.Files.writeString',
      'java.nio.file.Files.newBufferedWriter',
    ],
    when: refersTo(/(?:^|\.)APPEND$/),
  }),
  write({
    calls: ['org.apache.commons.io.FileUtils.writeStringToFile', 'org.apache.commons.io.FileUtils.write'],
    when: (call) => call.args.some(({ value }) => value.kind === 'boolean' && value.value),
  }),
  write({ calls: ['com.google.common.io.Files.append'], path: 1 }),
];

const go: readonly Api[] = [
  write({ calls: ['os.OpenFile'], unless: GO_LOGGERS, when: ({ args }) => !isReadOnly(args[1]?.value) }),
  write({ calls: ['os.Create', 'os.WriteFile'], unless: GO_LOGGERS }),
];

const csharp: readonly Api[] = [
  write({
    calls: ['File.AppendAllText', 'System.IO.File.AppendAllText'],
    global: true,
    print: 'Console.Write',
  }),
  write({
    calls: ['AppendAllTextAsync', 'AppendAllLines', 'AppendAllLinesAsync', 'AppendText'].flatMap((name) => [
      `File.${name}`,
      `System.IO.File.${name}`,
    ]),
    global: true,
  }),
  write({ calls: ['StreamWriter', 'System.IO.StreamWriter'], global: true, when: isTrue(1) }),
  write({
    calls: ['FileStream', 'System.IO.FileStream'],
    global: true,
    when: refersTo(/(?:^|\.)FileMode\.Append$/),
  }),
];

// A row of calls is known by its first and last.
const rust: readonly Api[] = [
  write({
    calls: ['std.fs', 'tokio.fs'].flatMap((module) => [
      `${module}.OpenOptions.new().open`,
      `${module}.File.options().open`,
    ]),
    unless: RUST_LOGGERS,
  }),
];

const table: Partial<Record<Family, readonly Api[]>> = {
  javascript,
  python,
  ruby,
  php,
  java,
  go,
  csharp,
  rust,
};

export default table;
