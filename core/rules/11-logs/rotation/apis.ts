import type { Family } from '../../../language';
import type { Api } from '../../../rule';
import { isLogFile } from '../shared/log-file';

/** A library that splits, renames and deletes log files. */
function rotates(...calls: readonly string[]): Api {
  return { calls, breach: (call) => ({ range: call.range, words: { api: shortName(call.callee) } }) };
}

/** Renames or deletes a file that is named like a log. */
function moves(calls: readonly string[], global = false): Api {
  return {
    calls,
    global,
    breach: (call) => {
      const [from] = call.args;
      return from && isLogFile(from.value)
        ? { range: call.range, words: { api: shortName(call.callee) } }
        : undefined;
    },
  };
}

function shortName(callee: string): string {
  const plain = callee
    .replaceAll('()', '')
    .replace(/^\?\$?/, '')
    .replace(/\.new$/, '');
  return plain.includes('/') && !plain.startsWith('@') ? plain.slice(plain.lastIndexOf('/') + 1) : plain;
}

const fs = (...names: readonly string[]): string[] =>
  names.flatMap((name) => [`fs.${name}`, `fs.promises.${name}`, `fs/promises.${name}`, `fs-extra.${name}`]);

const javascript: readonly Api[] = [
  rotates(
    'rotating-file-stream',
    'rotating-file-stream.createStream',
    'file-stream-rotator.getStream',
    'stream-rotate',
    'logrotate-stream',
    'log-rotate',
    'logrotator.rotator.register',
  ),
  moves(fs('rename', 'renameSync', 'unlink', 'unlinkSync', 'rm', 'rmSync', 'truncate', 'truncateSync')),
];

const python: readonly Api[] = [
  {
    calls: [
      '?.doRollover',
      'logging.handlers.RotatingFileHandler().doRollover',
      'logging.handlers.TimedRotatingFileHandler().doRollover',
    ],
    global: true,
    breach: (call) => (isOwn(call.callee) ? undefined : { range: call.range, words: { api: 'doRollover' } }),
  },
  moves(['os.rename', 'os.remove', 'os.unlink', 'os.truncate', 'shutil.move']),
];

/** A handler class of the app's own, which passes the call on. */
function isOwn(callee: string): boolean {
  return /^\?(?:self|super|cls)\b/.test(callee) || callee.startsWith('super()');
}

const ruby: readonly Api[] = [
  moves(['File.rename', 'File.unlink', 'File.truncate', 'FileUtils.mv', 'FileUtils.rm', 'FileUtils.rm_f']),
];

const php: readonly Api[] = [moves(['rename', 'unlink'], true)];

const java: readonly Api[] = [
  rotates(
    'ch.qos.logback.core.rolling.TimeBasedRollingPolicy',
    'ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy',
    'ch.qos.logback.core.rolling.FixedWindowRollingPolicy',
    'ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy',
    'org.apache.logging.log4j.core.appender.rolling.SizeBasedTriggeringPolicy.createPolicy',
    'org.apache.logging.log4j.core.appender.rolling.TimeBasedTriggeringPolicy.newBuilder',
  ),
  moves(['java.nio.file.Files.move', 'java.nio.file.Files.deleteIfExists']),
];

const go: readonly Api[] = [
  rotates(
    'gopkg.in/natefinch/lumberjack.Logger',
    'github.com/natefinch/lumberjack.Logger',
    'github.com/lestrrat-go/file-rotatelogs.New',
    'github.com/lestrrat/go-file-rotatelogs.New',
    'github.com/arthurkiller/rollingwriter.NewWriterFromConfig',
    'gopkg.in/natefinch/lumberjack.v2.Logger',
  ),
  moves(['os.Rename', 'os.Remove', 'os.Truncate']),
];

const csharp: readonly Api[] = [moves(['File.Move', 'System.IO.File.Move'], true)];

const rust: readonly Api[] = [
  rotates(
    'file_rotate.FileRotate.new',
    'logroller.LogRollerBuilder.new',
    'rolling_file.BasicRollingFileAppender.new',
    'rolling_file.RollingFileAppender.new',
  ),
  moves(['std.fs.rename', 'std.fs.remove_file', 'tokio.fs.rename', 'tokio.fs.remove_file']),
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
