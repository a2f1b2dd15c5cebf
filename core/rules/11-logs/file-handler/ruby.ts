import { argumentAt } from '../../../facts/values';
import type { Api } from '../../../rule';
import { always, at, fileOnly, fileWhenGiven, nameOf } from '../shared/apis';
import { isFile, isLogPath } from '../shared/log-file';

/** `config.paths["log"]` of Rails is where its log file would be. */
const RAILS_LOG = /(?:^|\.)config\.paths\.log(?:\.first)?$|(?:^|\.)Rails\.root$/;

const logger: Api = {
  calls: [
    'Logger.new',
    'ActiveSupport.Logger.new',
    'ActiveSupport.BufferedLogger.new',
    'Ougai.Logger.new',
    'Lumberjack.Logger.new',
    'MonoLogger.new',
    'Yell.new',
    'Logging.logger',
  ],
  breach: (call) => {
    const file = argumentAt(call.args, 0);
    const isRails = file?.kind === 'reference' && RAILS_LOG.test(file.name);
    const isKind = file?.kind === 'string' && /^(?:file|datefile)$/.test(file.text);
    if (!file || !(isRails || isKind || isFile(file))) return undefined;
    // An opened file is the place to change.
    const range = file.kind === 'call' && /^File\.(?:open|new)$/.test(file.callee) ? file.range : call.range;
    const repair = call.args.length === 1 ? { to: 'inner', text: '$stdout' } : undefined;
    return {
      ...at(
        call,
        isRails ? undefined : file,
        repair && { ...repair, start: file.range.start, end: file.range.end },
      ),
      range,
      words: { api: nameOf(call) },
    };
  },
};

/** `$stdout.reopen("x.log", "a")` */
const reopen: Api = {
  calls: ['$stdout.reopen', '$stderr.reopen', 'STDOUT.reopen', 'STDERR.reopen'],
  breach: (call) => (isFile(argumentAt(call.args, 0)) ? at(call) : undefined),
};

/** Settings of servers and schedulers that name a file. */
const settings: Api = {
  calls: ['stdout_path', 'stderr_path', 'stdout_redirect'],
  breach: (call, file) => {
    if (!/(?:^|\/)(?:unicorn|puma)[\w.]*\.rb$|(?:^|\/)(?:unicorn|puma)\/[\w.]+\.rb$/.test(file.path))
      return undefined;
    return call.args.some(({ value }) => isFile(value)) ? at(call) : undefined;
  },
};

/** `set :output, "log/cron.log"` of whenever. */
const whenever: Api = {
  calls: ['set'],
  breach: (call, file) => {
    const [name, path] = call.args;
    if (
      !/(?:^|\/)schedule\.rb$/.test(file.path) ||
      name?.value.kind !== 'string' ||
      name.value.text !== 'output'
    )
      return undefined;
    const text = path?.value.kind === 'string' || path?.value.kind === 'template' ? path.value.text : '';
    return isLogPath(text) ? { range: call.range, words: { api: 'whenever' } } : undefined;
  },
};

const apis: readonly Api[] = [
  logger,
  fileOnly([
    'Log4r.FileOutputter.new',
    'Log4r.RollingFileOutputter.new',
    'Log4r.DateFileOutputter.new',
    'ActFluentLoggerRails.FileLogger.new',
  ]),
  always('Logging.appenders.file', 'Logging.appenders.rolling_file'),
  fileWhenGiven(['SemanticLogger.add_appender'], { index: 99, key: 'file_name' }),
  reopen,
  settings,
  whenever,
];

export default apis;
