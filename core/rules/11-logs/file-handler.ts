import type { CallFact, Value } from '../../facts/fact';
import { argumentAt, property, readsEnv, textOf } from '../../facts/values';
import { type Api, type Breach, defineRule, notAppCode, notServices } from '../../rule';
import { isFilePath } from '../shared/paths';
import { toStdout } from './shared/to-stdout';

/** A breach at the whole call; information where the path is left to the deploy. */
function at(call: CallFact, path?: Value, repair?: Breach['repair']): Breach {
  const soft = path && readsEnv(path) ? ({ severity: 'information' } as const) : {};
  return { range: call.range, words: { api: call.callee }, ...soft, ...(repair ? { repair } : {}) };
}

/** The logger takes a path at this position or under this key. */
function path(calls: readonly string[], index: number, key: string, repair?: 'winston' | 'python'): Api {
  return {
    calls,
    breach: (call) => {
      const given = argumentAt(call.args, index, key);
      const file = property(given, key) ?? given;
      const open =
        file === undefined || file.kind === 'object' || file.kind === 'unknown' || file.kind === 'reference';
      if (!open && !isFilePath(file)) return undefined;
      if (file === undefined && repair !== 'winston') return undefined;
      return at(call, file, repair && { to: repair, calleeEnd: call.calleeRange.end - call.range.start });
    },
  };
}

function always(...calls: readonly string[]): Api {
  return { calls, breach: (call) => at(call) };
}

const isWriteStream = (value: Value | undefined): boolean =>
  value?.kind === 'call' &&
  /^(?:fs(?:-extra)?\.createWriteStream|(?:rotating-file-stream|file-stream-rotator)\.\w+)$/.test(
    value.callee,
  );

/** A stream option that is a file: `morgan('combined', { stream: fs.createWriteStream(…) })`. */
function stream(calls: readonly string[], index: number, key: string | undefined, global = false): Api {
  return {
    calls,
    global,
    breach: (call) => {
      const given = argumentAt(call.args, index);
      return isWriteStream(key ? property(given, key) : given) ? at(call) : undefined;
    },
  };
}

/** `{ streams: [{ path }] }` and kin: any of several sinks is a file. */
function sinks(calls: readonly string[], test: (options: Value | undefined) => Value | undefined): Api {
  return {
    calls,
    breach: (call) => {
      const file = test(call.args[0]?.value);
      return file ? { ...at(call), range: file.range } : undefined;
    },
  };
}

const items = (value: Value | undefined): readonly Value[] =>
  value?.kind === 'array'
    ? value.items
    : value?.kind === 'object'
      ? value.entries.map((entry) => entry.value)
      : [];

const pinoFile = (options: Value | undefined): Value | undefined => {
  const transport = property(options, 'transport') ?? options;
  return [transport, ...items(property(transport, 'targets'))].find((one) => {
    const target = textOf(property(one, 'target'));
    const to = property(one, 'options', 'destination') ?? property(one, 'options', 'file');
    return (target === 'pino/file' && isFilePath(to)) || target === 'pino-roll';
  });
};

export default defineRule({
  id: 'logs/file-handler',
  title: 'Logger writes to a file',
  severity: 'warning',
  message: '{api} writes the log to a file. Write it to stdout and let the environment collect it.',
  skip: notAppCode,
  skipApps: notServices,
  calls: {
    javascript: [
      path(['winston.transports.File', 'winston.transports.DailyRotateFile'], 0, 'filename', 'winston'),
      path(['winston-daily-rotate-file'], 0, 'filename'),
      path(['pino.destination', 'sonic-boom', 'sonic-boom.SonicBoom'], 0, 'dest'),
      sinks(['pino', 'pino.pino', 'pino.transport'], pinoFile),
      stream(['pino', 'pino.pino'], 1, undefined),
      stream(['morgan'], 1, 'stream'),
      stream(['console.Console'], 0, undefined, true),
      sinks(['bunyan.createLogger'], (options) =>
        items(property(options, 'streams')).find((one) => isFilePath(property(one, 'path'))),
      ),
      sinks(['log4js.configure'], (options) =>
        items(property(options, 'appenders')).find((one) =>
          /^(?:file|dateFile|fileSync|multiFile|recording)$/.test(textOf(property(one, 'type')) ?? ''),
        ),
      ),
      sinks(['fastify', 'fastify.fastify'], (options) => {
        const file = property(options, 'logger', 'file');
        return isFilePath(file) ? file : undefined;
      }),
      always('simple-node-logger.createSimpleFileLogger', 'simple-node-logger.createRollingFileLogger'),
    ],
    python: [
      path(
        [
          'logging.FileHandler',
          'logging.handlers.RotatingFileHandler',
          'logging.handlers.TimedRotatingFileHandler',
          'logging.handlers.WatchedFileHandler',
        ],
        0,
        'filename',
        'python',
      ),
      path(
        [
          'concurrent_log_handler.ConcurrentRotatingFileHandler',
          'concurrent_log_handler.ConcurrentTimedRotatingFileHandler',
        ],
        0,
        'filename',
        'python',
      ),
      path(
        [
          'logbook.FileHandler',
          'logbook.RotatingFileHandler',
          'logbook.TimedRotatingFileHandler',
          'logbook.MonitoringFileHandler',
        ],
        0,
        'filename',
      ),
      {
        // A sink may be any stream or function; only a path says that it is a file.
        calls: ['loguru.logger.add'],
        breach: (call) => {
          const sink = argumentAt(call.args, 0, 'sink');
          return isFilePath(sink) ? at(call, sink) : undefined;
        },
      },
      {
        calls: ['logging.basicConfig'],
        breach: (call) => {
          const file = argumentAt(call.args, 99, 'filename');
          return file && isFilePath(file)
            ? { ...at(call, file, { to: 'stream' }), range: file.range }
            : undefined;
        },
      },
    ],
  },
  strings: {
    containing: ['logging.FileHandler', 'FileHandler'],
    breach: (fact) => {
      const names =
        /^(?:logging\.(?:FileHandler|handlers\.(?:Rotating|TimedRotating|Watched)FileHandler)|concurrent_log_handler\.\w+)$/;
      if (fact.holder?.name !== 'class' || !names.test(fact.value.text)) return undefined;
      return { range: fact.value.range, words: { api: fact.value.text } };
    },
  },
  fix: toStdout,
});
