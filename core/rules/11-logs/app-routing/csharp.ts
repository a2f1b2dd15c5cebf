import type { Api } from '../../../rule';
import { serilogSinks } from '../shared/serilog';
import { ships } from './ships';

const SINKS =
  'Seq Elasticsearch Splunk EventCollector EventLog MSSqlServer Email UdpSyslog TcpSyslog DatadogLogs GrafanaLoki Http DurableHttpUsingFileSizeRolledBuffers Graylog Fluentd MongoDB PostgreSQL AzureTableStorage AmazonCloudWatch Slack Telegram'.split(
    ' ',
  );

/** Names that say by themselves whose they are. */
const RARE =
  /^(?:Seq|EventCollector|MSSqlServer|UdpSyslog|TcpSyslog|DatadogLogs|GrafanaLoki|AmazonCloudWatch)$/;

const apis: readonly Api[] = [
  {
    calls: serilogSinks(SINKS, RARE),
    breach: (call) =>
      new RegExp(`\\.WriteTo\\.(?:${SINKS.join('|')})$`).test(call.callee)
        ? {
            range: call.range,
            words: { api: `Serilog’s sink ${call.callee.slice(call.callee.lastIndexOf('.') + 1)}` },
          }
        : undefined,
  },
  ships(
    'System.Diagnostics.EventLog',
    'System.Diagnostics.EventLogTraceListener',
    'NLog.Targets.NetworkTarget',
    'NLog.Targets.MailTarget',
    'NLog.Targets.DatabaseTarget',
    'NLog.Targets.EventLogTarget',
    'log4net.Appender.AdoNetAppender',
    'log4net.Appender.SmtpAppender',
    'log4net.Appender.UdpAppender',
    'log4net.Appender.RemoteSyslogAppender',
  ),
  {
    calls: [
      '?.AddEventLog',
      'WebApplication.CreateBuilder().Logging.AddEventLog',
      'ILoggingBuilder().AddEventLog',
    ],
    global: true,
    breach: (call) => ({ range: call.range, words: { api: 'AddEventLog' } }),
  },
];

export default apis;
