import type { Value } from '../../../facts/fact';
import { argumentAt, property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { always, at, fileOnly, fileWhenGiven, items, nameOf } from '../shared/apis';
import { isOpenFile, isPath } from '../shared/log-file';

/** A stream option that is a file: `morgan('combined', { stream: fs.createWriteStream(…) })`. */
function stream(calls: readonly string[], index: number, key: string | undefined, global = false): Api {
  return {
    calls,
    global,
    breach: (call) => {
      const given = argumentAt(call.args, index);
      return isOpenFile(key ? property(given, key) : given) ? at(call) : undefined;
    },
  };
}

/** `{ streams: [{ path }] }` and kin: one of several sinks is a file. */
function sinks(calls: readonly string[], test: (options: Value | undefined) => Value | undefined): Api {
  return {
    calls,
    breach: (call) => {
      const file = test(call.args[0]?.value);
      return file ? { range: file.range, words: { api: nameOf(call) } } : undefined;
    },
  };
}

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
  fileOnly(['winston-daily-rotate-file'], { key: 'filename' }),
  fileWhenGiven(['pino.destination'], { key: 'dest', repair: { to: 'callee', text: '(1)' } }),
  fileWhenGiven(['sonic-boom', 'sonic-boom.SonicBoom'], { key: 'dest' }),
  sinks(['pino', 'pino.pino', 'pino.transport'], pinoFile),
  stream(['pino', 'pino.pino'], 1, undefined),
  stream(['pino', 'pino.pino'], 0, undefined),
  sinks(['pino.multistream', 'pino-multi-stream.multistream'], (streams) =>
    [streams, ...items(streams)].find((one) => isOpenFile(one) || isOpenFile(property(one, 'stream'))),
  ),
  stream(['morgan'], 1, 'stream'),
  stream(['console.Console', 'node:console.Console'], 0, undefined, true),
  sinks(['bunyan', 'bunyan.createLogger'], (options) =>
    items(property(options, 'streams')).find(
      (one) =>
        isPath(property(one, 'path')) ||
        isOpenFile(property(one, 'stream')) ||
        textOf(property(one, 'type')) === 'rotating-file',
    ),
  ),
  sinks(['log4js.configure'], (options) =>
    items(property(options, 'appenders')).find((one) =>
      /^(?:file|dateFile|fileSync|multiFile|recording)$/.test(textOf(property(one, 'type')) ?? ''),
    ),
  ),
  sinks(['fastify', 'fastify.fastify'], fileAt('logger', 'file')),
  sinks(['fastify', 'fastify.fastify'], fileAt('logger', 'stream')),
  sinks(['signale.Signale'], fileAt('stream')),
  sinks(['simple-node-logger'], fileAt('logFilePath')),
  always('simple-node-logger.createSimpleFileLogger', 'simple-node-logger.createRollingFileLogger'),
  always('tracer.dailyfile'),
];

export default apis;
