import type { CallFact } from '../../../facts/fact';
import { argumentAt } from '../../../facts/values';
import type { Api } from '../../../rule';
import { at, fileOnly } from '../shared/apis';
import { isFile, isLogFile, isOpenFile } from '../shared/log-file';
import { serilogSinks } from '../shared/serilog';

/** `loggerFactory.AddFile("Logs/app.txt")`, by several packages. */
const addFile: Api = {
  calls: [
    '?.AddFile',
    'ILoggerFactory().AddFile',
    'ILoggingBuilder().AddFile',
    'WebApplication.CreateBuilder().Logging.AddFile',
  ],
  global: true,
  breach: (call) =>
    /log/i.test(call.callee) ? { ...at(call, call.args[0]?.value), words: { api: 'AddFile' } } : undefined,
};

/** `WriteTo.Async(sink => sink.File("logs/shop.log"))` */
const isSub = (call: CallFact): boolean =>
  /^\?\w+\.(?:Rolling)?File$/.test(call.callee) && isLogFile(call.args[0]?.value);

const apis: readonly Api[] = [
  {
    calls: serilogSinks(['File', 'RollingFile']),
    breach: (call) =>
      /\.WriteTo\.(?:Rolling)?File$/.test(call.callee) || isSub(call)
        ? {
            ...at(call, argumentAt(call.args, 0, 'path'), {
              to: 'console',
              calleeEnd: call.calleeRange.end - call.range.start,
            }),
            words: { api: 'Serilog' },
          }
        : undefined,
  },
  addFile,
  fileOnly([
    'NLog.Targets.FileTarget',
    'log4net.Appender.FileAppender',
    'log4net.Appender.RollingFileAppender',
  ]),
  {
    calls: ['?.WriteToFile'],
    global: true,
    breach: (call) =>
      call.args.length > 0 && /(?:ForLogger|ForTarget|nlog|builder)/i.test(call.callee)
        ? at(call)
        : undefined,
  },
  {
    calls: [
      'System.Diagnostics.TextWriterTraceListener',
      'System.Diagnostics.XmlWriterTraceListener',
      'System.Diagnostics.DelimitedListTraceListener',
    ],
    breach: (call) => (isFile(argumentAt(call.args, 0, 'fileName')) ? at(call) : undefined),
  },
  fileOnly(['Microsoft.VisualBasic.Logging.FileLogTraceListener']),
  {
    calls: ['Console.SetOut', 'Console.SetError', 'System.Console.SetOut', 'System.Console.SetError'],
    global: true,
    breach: (call) => (isOpenFile(call.args[0]?.value) ? at(call) : undefined),
  },
];

export default apis;
