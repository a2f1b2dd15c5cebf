import type { Api } from '../../../rule';
import { alwaysWith, at, fileOnly, fromCallee } from '../shared/apis';
import { isOpenFile } from '../shared/log-file';

/** A writer that is an opened file, at any place among the arguments. */
function writer(stdout: string | undefined, ...calls: readonly string[]): Api {
  return {
    calls,
    breach: (call) => {
      const repair = stdout === undefined ? undefined : fromCallee(call, { to: 'callee', text: stdout });
      return call.args.some(({ value }) => isOpenFile(value)) ? at(call, undefined, repair) : undefined;
    },
  };
}

const STDOUT = '(std::io::stdout())';

const FLEXI = [
  'new',
  'try_with_str',
  'try_with_env',
  'try_with_env_or_str',
  'with',
  'with_str',
  'with_env',
  'with_env_or_str',
];

const apis: readonly Api[] = [
  alwaysWith(
    { to: 'rust' },
    'tracing_appender.rolling.daily',
    'tracing_appender.rolling.hourly',
    'tracing_appender.rolling.minutely',
    'tracing_appender.rolling.never',
    'tracing_appender.rolling.RollingFileAppender.new',
  ),
  alwaysWith(
    { to: 'rust-built' },
    'tracing_appender.rolling.RollingFileAppender.builder',
    'tracing_appender.rolling.Builder.new',
  ),
  alwaysWith(
    { to: 'log4rs' },
    'log4rs.append.file.FileAppender.builder',
    'log4rs.append.rolling_file.RollingFileAppender.builder',
  ),
  {
    calls: ['ftlog.appender.FileAppender.new', 'ftlog.appender.FileAppender.rotate'],
    breach: (call) =>
      at(call, undefined, {
        to: 'opened',
        text: 'std::io::stdout()',
        start: call.range.start,
        end: call.range.end,
      }),
  },
  alwaysWith({ to: 'rust-built', text: 'std::io::stdout()' }, 'ftlog.appender.FileAppender.builder'),
  {
    calls: ['simplelog.WriteLogger.new', 'simplelog.WriteLogger.init'],
    breach: (call) => {
      const file = call.args.find(({ value }) => isOpenFile(value))?.value;
      if (!file) return undefined;
      return at(call, undefined, { to: 'opened', text: 'std::io::stdout()', ...file.range });
    },
  },
  fileOnly(['fern.log_file', 'fern.log_reopen', 'fern.DateBased.new'], { repair: { to: 'rust' } }),
  alwaysWith(
    { to: 'console', text: 'log_to_stdout()' },
    ...FLEXI.map((made) => `flexi_logger.Logger.${made}().log_to_file`),
  ),
  {
    calls: FLEXI.map((made) => `flexi_logger.Logger.${made}().log_to_file_and_writer`),
    breach: (call) => {
      const writer = call.args[1]?.value.range;
      const repair = writer && fromCallee(call, { to: 'argument', text: 'log_to_writer', ...writer });
      return at(call, undefined, repair);
    },
  },
  writer(
    '(std::io::stdout)',
    ...[
      'fmt()',
      'fmt.fmt()',
      'fmt.layer()',
      'fmt.Layer.new()',
      'fmt.Layer.default()',
      'FmtSubscriber.builder()',
    ].map((made) => `tracing_subscriber.${made}.with_writer`),
  ),
  writer(STDOUT, 'tracing_appender.non_blocking', 'tracing_appender.non_blocking.NonBlocking.new'),
  writer(
    STDOUT,
    'slog_term.PlainDecorator.new',
    'slog_term.PlainSyncDecorator.new',
    'slog_json.Json.default',
    'slog_json.Json.new',
  ),
  {
    calls: ['env_logger.Target.Pipe', 'env_logger.fmt.Target.Pipe'],
    breach: (call) =>
      call.args.some(({ value }) => isOpenFile(value))
        ? at(call, undefined, fromCallee(call, { to: 'console', text: 'Stdout' }))
        : undefined,
  },
];

export default apis;
