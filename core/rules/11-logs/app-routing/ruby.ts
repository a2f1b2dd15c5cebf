import { property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { ships } from './ships';

const apis: readonly Api[] = [
  ships(
    'Syslog.Logger.new',
    'RemoteSyslogLogger.new',
    'SyslogLogger.new',
    'Logglier.new',
    'GELF.Logger.new',
    'GELF.Notifier.new',
    'Fluent.Logger.FluentLogger.new',
    'Fluent.Logger.FluentLogger.open',
    'Le.new',
    'Logging.appenders.syslog',
    'ActFluentLoggerRails.Logger.new',
  ),
  {
    calls: ['LogStashLogger.new'],
    breach: (call) => {
      const [options] = call.args;
      const type = call.args.find(({ name }) => name === 'type')?.value ?? property(options?.value, 'type');
      return /^(?:stdout|stderr|io|file)$/.test(textOf(type) ?? '')
        ? undefined
        : { range: call.range, words: { api: 'LogStashLogger' } };
    },
  },
];

export default apis;
