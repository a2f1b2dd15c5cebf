import type { Value } from '../../../facts/fact';
import { argumentAt, property, textOf } from '../../../facts/values';
import type { Api, Breach } from '../../../rule';
import { alwaysWith, at, fileOnly, fileWhenGiven, fromCallee, items, nameOf } from '../shared/apis';
import { isOpenFile, isPath } from '../shared/log-file';
import { toStream } from '../shared/stream-option';

/** A stream option that is a file: `morgan('combined', { stream: fs.createWriteStream(…) })`. */
function stream(calls: readonly string[], index: number, key: string | undefined): Api {
  return {
    calls,
    breach: (call) => {
      const given = argumentAt(call.args, index);
      const repair = key
        ? toStream(given)
        : given && ({ to: 'inner', text: 'process.stdout', ...given.range } as const);
      return isOpenFile(key ? property(given, key) : given) ? at(call, undefined, repair) : undefined;
    },
  };
}

/** `{ streams: [{ path }] }` and kin: one of several sinks is a file. */
function sinks(
  calls: readonly string[],
  test: (options: Value | undefined) => Value | undefined,
  repairOf: (sink: Value, options: Value | undefined) => Breach['repair'] = () => undefined,
): Api {
  return {
    calls,
    breach: (call) => {
      const file = test(call.args[0]?.value);
      const repair = file && repairOf(file, call.args[0]?.value);
      return file
        ? { range: file.range, words: { api: nameOf(call) }, ...(repair ? { repair } : {}) }
        : undefined;
    },
  };
}

/** One sink's object becomes another. */
const whole = (text: string) => (): Breach['repair'] => ({ to: 'whole', text });

const pinoFile = (options: Value | undefined): Value | undefined => {
  const transport = property(options, 'transport') ?? options;
  return [transport, ...items(property(transport, 'targets'))].find((one) => {
    const target = textOf(property(one, 'target'));
    const to = property(one, 'options', 'destination') ?? property(one, 'options', 'file');
    return (target === 'pino/file' && isPath(to)) || target === 'pino-roll';
  });
};

const fileAt =
  (...path: readonly string[]) =>
  (options: Value | undefined): Value | undefined => {
    const file = property(options, ...path);
    return isPath(file) || isOpenFile(file) ? file : undefined;
  };

const winston = { key: 'filename', repair: { to: 'console' } } as const;

/** Winston 2: `winston.add(winston.transports.File, { filename })`. */
const added: Api = {
  calls: ['winston.add', 'winston.Logger().add', 'winston.createLogger().add'],
  breach: (call) => {
    const kind = call.args[0]?.value;
    const isClass =
      kind?.kind === 'reference' &&
      /^winston(?:-daily-rotate-file|\.transports\.(?:DailyRotate)?File)$/.test(kind.name);
    const { start, end } = call.range;
    const isDefault = call.callee === 'winston.add';
    return isClass ? at(call, undefined, isDefault ? { to: 'default', start, end } : undefined) : undefined;
  },
};

/** `new Console(out, err)`: both may be files. */
const nodeConsole: Api = {
  calls: ['console.Console', 'node:console.Console'],
  global: true,
  breach: (call) => {
    const text = ['', '(process.stdout)', '(process.stdout, process.stderr)'][call.args.length];
    return call.args.slice(0, 2).some(({ value }) => isOpenFile(value))
      ? at(call, undefined, text ? fromCallee(call, { to: 'callee', text }) : undefined)
      : undefined;
  },
};

/** simple-node-logger writes to the console, and to a file beside it where it is given one. */
const simpleLogger: Api = {
  calls: ['simple-node-logger', 'simple-node-logger.createSimpleLogger'],
  breach: (call) => {
    const given = call.args[0]?.value;
    const file = property(given, 'logFilePath') ?? given;
    if (!isPath(file)) return undefined;
    const isAll = given?.kind !== 'object' || (!given.open && given.entries.length === 1);
    return at(call, file, isAll ? fromCallee(call, { to: 'callee', text: '()' }) : undefined);
  },
};

/** Options of tracer that have to do with its files. */
const OF_TRACER_FILES = /^(?:root|maxLogFiles|allLogsFileName|logPathFormat|splitFormat)$/;

const tracer: Api = {
  calls: ['tracer.dailyfile'],
  breach: (call) => {
    const given = call.args[0]?.value;
    const isOfFiles =
      !given ||
      (given.kind === 'object' && !given.open && given.entries.every(({ key }) => OF_TRACER_FILES.test(key)));
    const repair = isOfFiles
      ? ({ to: 'console', text: 'console()' } as const)
      : ({ to: 'console', text: 'console', args: 'kept' } as const);
    return at(call, undefined, fromCallee(call, repair));
  },
};

const apis: readonly Api[] = [
  added,
  fileOnly(['winston.transports.File', 'winston.transports.DailyRotateFile'], winston),
  {
    calls: ['winston-daily-rotate-file'],
    breach: (call, { imports }) => {
      const bindings = imports.flatMap((one) => one.bindings);
      const local = bindings.find(({ qualified }) => qualified === 'winston')?.local;
      const text = local === undefined ? undefined : `new ${local}.transports.Console()`;
      return at(call, property(call.args[0]?.value, 'filename'), text ? { to: 'whole', text } : undefined);
    },
  },
  fileWhenGiven(['pino.destination'], { key: 'dest', repair: { to: 'callee', text: '(1)' } }),
  fileWhenGiven(['sonic-boom', 'sonic-boom.SonicBoom'], {
    key: 'dest',
    repair: { to: 'callee', text: '({ fd: 1 })' },
  }),
  sinks(
    ['pino', 'pino.pino', 'pino.transport'],
    pinoFile,
    whole("{ target: 'pino/file', options: { destination: 1 } }"),
  ),
  stream(['pino', 'pino.pino'], 1, undefined),
  stream(['pino', 'pino.pino'], 0, undefined),
  sinks(
    ['pino.multistream', 'pino-multi-stream.multistream'],
    (streams) =>
      [streams, ...items(streams)].find((one) => isOpenFile(one) || isOpenFile(property(one, 'stream'))),
    (sink) => (sink.kind === 'object' ? toStream(sink) : { to: 'whole', text: 'process.stdout' }),
  ),
  stream(['morgan'], 1, 'stream'),
  nodeConsole,
  sinks(
    ['bunyan', 'bunyan.createLogger'],
    (options) =>
      items(property(options, 'streams')).find(
        (one) =>
          isPath(property(one, 'path')) ||
          isOpenFile(property(one, 'stream')) ||
          textOf(property(one, 'type')) === 'rotating-file',
      ),
    toStream,
  ),
  sinks(
    ['log4js.configure'],
    (options) =>
      items(property(options, 'appenders')).find((one) =>
        /^(?:file|dateFile|fileSync|multiFile|recording)$/.test(textOf(property(one, 'type')) ?? ''),
      ),
    whole("{ type: 'stdout' }"),
  ),
  sinks(['fastify', 'fastify.fastify'], fileAt('logger', 'file'), (_, options) =>
    toStream(property(options, 'logger')),
  ),
  sinks(['fastify', 'fastify.fastify'], fileAt('logger', 'stream'), (_, options) =>
    toStream(property(options, 'logger')),
  ),
  sinks(['signale.Signale'], fileAt('stream'), (_, options) => toStream(options)),
  simpleLogger,
  alwaysWith(
    { to: 'console', text: 'createSimpleLogger()' },
    'simple-node-logger.createSimpleFileLogger',
    'simple-node-logger.createRollingFileLogger',
  ),
  tracer,
];

export default apis;
