import type { CallFact, Value } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api } from '../../../rule';
import { items, nameOf } from '../shared/apis';
import { serilogSinks } from '../shared/serilog';

/** What sends log events to a place of the app's choice. */
function ships(...calls: readonly string[]): Api {
  return { calls, breach: (call) => ({ range: call.range, words: { api: nameOf(call) } }) };
}

const TARGETS =
  /^(?:pino-(?:elasticsearch|loki|datadog(?:-transport)?|syslog|socket|mongodb|logflare|papertrail|slack\w*|cloudwatch|seq|gelf|http-send|applicationinsights)|@logtail\/pino|@axiomhq\/pino|@datadog\/pino)$/;

function pinoTarget({ args }: CallFact): Value | undefined {
  const [options] = args.map(({ value }) => value);
  const transport = property(options, 'transport') ?? options;
  return [transport, ...items(property(transport, 'targets'))].find((one) =>
    TARGETS.test(textOf(property(one, 'target')) ?? ''),
  );
}

const javascript: readonly Api[] = [
  ships(
    'winston.transports.Http',
    'winston.transports.Syslog',
    'winston.transports.Loggly',
    'winston.transports.Papertrail',
    'winston.transports.MongoDB',
    'winston.transports.Elasticsearch',
    'winston.transports.CloudWatch',
    'winston.transports.Slack',
    'winston-syslog.Syslog',
    'winston-loggly-bulk.Loggly',
    'winston-papertrail.Papertrail',
    'winston-elasticsearch.ElasticsearchTransport',
    'winston-mongodb.MongoDB',
    'winston-cloudwatch',
    'winston-loki',
    'winston-slack-webhook-transport',
    'winston-graylog2',
    'winston-logstash',
    '@logtail/winston.LogtailTransport',
    'bunyan-syslog.createBunyanStream',
    'bunyan-loggly',
    'bunyan-elasticsearch',
    'bunyan-logstash.createStream',
    'bunyan-slack',
    'gelf-pro.setConfig',
  ),
  {
    calls: ['pino', 'pino.pino', 'pino.transport'],
    breach: (call) => {
      const target = pinoTarget(call);
      return target
        ? { range: target.range, words: { api: textOf(property(target, 'target')) ?? 'pino' } }
        : undefined;
    },
  },
];

const python: readonly Api[] = [
  ships(
    'logging.handlers.SysLogHandler',
    'logging.handlers.SocketHandler',
    'logging.handlers.DatagramHandler',
    'logging.handlers.HTTPHandler',
    'logging.handlers.NTEventLogHandler',
    'graypy.GELFUDPHandler',
    'graypy.GELFTCPHandler',
    'graypy.GELFTLSHandler',
    'graypy.GELFHTTPHandler',
    'logstash.LogstashHandler',
    'logstash.TCPLogstashHandler',
    'logstash.UDPLogstashHandler',
    'logstash_async.handler.AsynchronousLogstashHandler',
    'watchtower.CloudWatchLogHandler',
    'logging_loki.LokiHandler',
    'logging_loki.LokiQueueHandler',
    'fluent.handler.FluentHandler',
    'fluent.asynchandler.FluentHandler',
    'loggly.handlers.HTTPSHandler',
    'logtail.LogtailHandler',
    'cmreslogging.handlers.CMRESHandler',
    'logbook.SyslogHandler',
  ),
];

const ruby: readonly Api[] = [
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

const MONOLOG =
  'Syslog SyslogUdp Socket Gelf Slack SlackWebhook Telegram TelegramBot MongoDB Elasticsearch Elastica ElasticSearch Loggly Logmatic LogEntries InsightOps CouchDB Redis RedisPubSub DynamoDb Amqp Cube Flowdock Fleep IFTTT Pushover ZendMonitor';

const php: readonly Api[] = [
  ships(...MONOLOG.split(' ').map((kind) => `Monolog.Handler.${kind}Handler`)),
  ships(
    'Gelf.Publisher',
    'Fluent.Logger.FluentLogger',
    'yii.log.SyslogTarget',
    'yii.log.EmailTarget',
    'yii.log.DbTarget',
  ),
];

const java: readonly Api[] = [
  ships(
    'java.util.logging.SocketHandler',
    'ch.qos.logback.classic.net.SyslogAppender',
    'ch.qos.logback.classic.net.SocketAppender',
    'ch.qos.logback.classic.net.SMTPAppender',
    'ch.qos.logback.classic.db.DBAppender',
    'net.logstash.logback.appender.LogstashTcpSocketAppender',
    'net.logstash.logback.appender.LogstashUdpSocketAppender',
    'de.siegmar.logbackgelf.GelfUdpAppender',
    'de.siegmar.logbackgelf.GelfTcpAppender',
    'com.github.loki4j.logback.Loki4jAppender',
    'org.apache.log4j.net.SyslogAppender',
    'org.apache.log4j.net.SocketAppender',
    'org.apache.log4j.net.SMTPAppender',
    'org.apache.log4j.jdbc.JDBCAppender',
    'org.apache.logging.log4j.core.appender.SocketAppender.newBuilder',
    'org.apache.logging.log4j.core.appender.SyslogAppender.newSyslogAppenderBuilder',
  ),
];

const go: readonly Api[] = [
  ships(
    'log/syslog.New',
    'log/syslog.Dial',
    'log/syslog.NewLogger',
    'github.com/sirupsen/logrus/hooks/syslog.NewSyslogHook',
    'github.com/bshuster-repo/logrus-logstash-hook.New',
    'gopkg.in/sohlich/elogrus.v7.NewElasticHook',
    'gopkg.in/sohlich/elogrus.NewElasticHook',
    'github.com/rifflock/lfshook.SlackHook',
    'github.com/johntdyer/slackrus.SlackrusHook',
    'github.com/evalphobia/logrus_fluent.NewWithConfig',
    'github.com/gemnasium/logrus-graylog-hook.NewGraylogHook',
    'github.com/grafana/loki-client-go/loki.New',
    'github.com/fluent/fluent-logger-golang/fluent.New',
    'gopkg.in/Graylog2/go-gelf.v2/gelf.NewUDPWriter',
    'gopkg.in/Graylog2/go-gelf.v2/gelf.NewTCPWriter',
    'gopkg.in/Graylog2/go-gelf/gelf.NewUDPWriter',
    'gopkg.in/Graylog2/go-gelf/gelf.NewTCPWriter',
    'github.com/samber/slog-loki/v3.Option',
    'github.com/samber/slog-loki.Option',
    'github.com/samber/slog-datadog.Option',
    'github.com/samber/slog-syslog.Option',
    'github.com/samber/slog-graylog.Option',
    'github.com/samber/slog-fluentd.Option',
    'github.com/samber/slog-logstash.Option',
    'unknwon.dev/clog.NewSlack',
    'unknwon.dev/clog.NewDiscord',
  ),
];

const SINKS =
  'Seq Elasticsearch Splunk EventCollector EventLog MSSqlServer Email UdpSyslog TcpSyslog DatadogLogs GrafanaLoki Http DurableHttpUsingFileSizeRolledBuffers Graylog Fluentd MongoDB PostgreSQL AzureTableStorage AmazonCloudWatch Slack Telegram'.split(
    ' ',
  );

/** Names that say by themselves whose they are. */
const RARE =
  /^(?:Seq|EventCollector|MSSqlServer|UdpSyslog|TcpSyslog|DatadogLogs|GrafanaLoki|AmazonCloudWatch)$/;

const csharp: readonly Api[] = [
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

const rust: readonly Api[] = [
  ships(
    'syslog.unix',
    'syslog.unix_custom',
    'syslog.udp',
    'syslog.tcp',
    'syslog.init',
    'syslog.init_unix',
    'syslog.init_udp',
    'syslog.init_tcp',
    'tracing_loki.layer',
    'tracing_loki.builder',
    'tracing_gelf.Logger.builder',
    'gelf_logger.init',
    'systemd_journal_logger.JournalLog.new',
  ),
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
