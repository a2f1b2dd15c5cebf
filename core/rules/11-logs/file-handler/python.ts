import type { Argument } from '../../../facts/fact';
import { argumentAt, property } from '../../../facts/values';
import type { Api } from '../../../rule';
import { at, fileOnly, fileWhenGiven, items, nameOf } from '../shared/apis';
import { isFile, isOpenFile, isPath } from '../shared/log-file';

const repair = { to: 'python' } as const;

/** `logging.basicConfig(filename=…)` loses its file to `stream=`; one of its handlers is reported by itself. */
const basicConfig: Api = {
  calls: ['logging.basicConfig'],
  breach: (call) => {
    const file = keyword(call.args, 'filename');
    if (file && isPath(file)) return { ...at(call, file, { to: 'stream' }), range: file.range };
    const stream = keyword(call.args, 'stream');
    return isOpenFile(stream) ? at(call, stream) : undefined;
  },
};

/** What takes a stream, and is given an opened file. */
const openFile = (calls: readonly string[], name: string, index = 0): Api => ({
  calls,
  breach: (call) => {
    const file = argumentAt(call.args, index, name);
    return file && isOpenFile(file) ? { ...at(call, file), range: file.range } : undefined;
  },
});

function keyword(args: readonly Argument[], name: string) {
  return args.find((argument) => argument.name === name)?.value;
}

const apis: readonly Api[] = [
  fileOnly(
    [
      'logging.FileHandler',
      'logging.handlers.RotatingFileHandler',
      'logging.handlers.TimedRotatingFileHandler',
      'logging.handlers.WatchedFileHandler',
      'concurrent_log_handler.ConcurrentRotatingFileHandler',
      'concurrent_log_handler.ConcurrentTimedRotatingFileHandler',
      'cloghandler.ConcurrentRotatingFileHandler',
    ],
    { key: 'filename', repair },
  ),
  fileOnly(
    [
      'logbook.FileHandler',
      'logbook.RotatingFileHandler',
      'logbook.TimedRotatingFileHandler',
      'logbook.MonitoringFileHandler',
    ],
    { key: 'filename' },
  ),
  fileOnly(['twisted.python.logfile.LogFile', 'twisted.python.logfile.DailyLogFile'], { key: 'name' }),
  // A sink may be any stream or function; only a path or an opened file says that it is a file.
  fileWhenGiven(['loguru.logger.add'], { key: 'sink' }),
  {
    calls: ['loguru.logger.add'],
    breach: (call) =>
      call.args.some(({ name }) => /^(?:rotation|retention|compression)$/.test(name ?? ''))
        ? at(call)
        : undefined,
  },
  {
    calls: ['loguru.logger.configure'],
    breach: (call) => {
      const sinks = items(keyword(call.args, 'handlers')).map((one) => property(one, 'sink'));
      const file = sinks.find(isFile);
      return file && { range: file.range, words: { api: nameOf(call) } };
    },
  },
  basicConfig,
  openFile(['logging.StreamHandler'], 'stream'),
  openFile(
    ['structlog.WriteLoggerFactory', 'structlog.PrintLoggerFactory', 'structlog.BytesLoggerFactory'],
    'file',
  ),
  openFile(['eliot.to_file'], 'output_file'),
  openFile(['twisted.python.log.startLogging'], 'file'),
  openFile(['twisted.logger.textFileLogObserver', 'twisted.logger.jsonFileLogObserver'], 'outFile'),
  openFile(['contextlib.redirect_stdout', 'contextlib.redirect_stderr'], 'new_target'),
  { calls: ['absl.logging.get_absl_handler().use_absl_log_file'], breach: (call) => at(call) },
];

export default apis;
