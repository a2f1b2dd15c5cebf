import type { Value } from '../../../facts/fact';
import { argumentAt, property, textOf } from '../../../facts/values';
import type { Api, Breach } from '../../../rule';
import { always, at, fileOnly, fileWhenGiven, items, nameOf } from '../shared/apis';
import { isOpenFile, isPath } from '../shared/log-file';
import { toStream } from '../shared/stream-option';

/** A stream option that is a file: `morgan('combined', { stream: fs.createWriteStream(…) })`. */
function stream(calls: readonly string[], index: number, key: string | undefined, global = false): Api {
  return {
    calls,
    global,
    breach: (call) => {
      const given = argumentAt(call.args, index);
      const repair = key ? toStream(given) : undefined;
      return isOpenFile(key ? property(given, key) : given) ? at(call, undefined, repair) : undefined;
    },
  };
}

/** `{ streams: [{ path }] }` and kin: one of several sinks is a file. */
function sinks(
  calls: readonly string[],
  test: (options: Value | undefined) => Value | undefined,
  repairOf: (sink: Value) => Breach['repair'] = () => undefined,
): Api {
  return {
    calls,
    breach: (call) => {
      const file = test(call.args[0]?.value);
      const repair = file && repairOf(file);
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
    return isClass ? at(call) : undefined;
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
  fileWhenGiven(['sonic-boom', 'sonic-boom.SonicBoom'], { key: 'dest' }),
  sinks(
    ['pino', 'pino.pino', 'pino.transport'],
    pinoFile,
    whole("{ target: 'pino/file', options: { destination: 1 } }"),
  ),
  stream(['pino', 'pino.pino'], 1, undefined),
  stream(['pino', 'pino.pino'], 0, undefined),
  sinks(['pino.multistream', 'pino-multi-stream.multistream'], (streams) =>
    [streams, ...items(streams)].find((one) => isOpenFile(one) || isOpenFile(property(one, 'stream'))),
  ),
  stream(['morgan'], 1, 'stream'),
  stream(['console.Console', 'node:console.Console'], 0, undefined, true),
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
  sinks(['fastify', 'fastify.fastify'], fileAt('logger', 'file')),
  sinks(['fastify', 'fastify.fastify'], fileAt('logger', 'stream')),
  sinks(['signale.Signale'], fileAt('stream')),
  sinks(['simple-node-logger'], fileAt('logFilePath')),
  always('simple-node-logger.createSimpleFileLogger', 'simple-node-logger.createRollingFileLogger'),
  always('tracer.dailyfile'),
];

export default apis;
