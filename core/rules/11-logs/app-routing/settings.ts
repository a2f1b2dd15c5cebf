import type { EntryCheck, StringCheck } from '../../../rule';

const PYTHON_HANDLER =
  /^(?:logging\.handlers\.(?:SysLog|Socket|Datagram|HTTP|NTEventLog)Handler|graypy\.\w+|logstash\.\w+|logstash_async\.handler\.\w+|watchtower\.\w+|logging_loki\.\w+|fluent\.(?:async)?handler\.\w+|loggly\.handlers\.\w+|logtail\.\w+)$/;
const INI_HANDLER = /^(?:logging\.)?handlers\.(?:SysLog|Socket|Datagram|HTTP|NTEventLog)Handler$/;
const JVM_APPENDER =
  /\.(?:Syslog|(?:SSL)?Socket|ServerSocket|SMTP|DB|JDBC|JMS\w*|Kafka|Gelf\w*|LogstashTcpSocket|LogstashUdpSocket|LogstashSocket|Loki4j|Http|Loggly\w*|Logzio\w*|Elasticsearch|CloudWatch|Awslogs|AwsLogs|Slack)Appender$/i;
const LOG4J2 = /\.(?:Syslog|Socket|Kafka|SMTP|JDBC|JPA|JMS|NoSql|Gelf|Http|ZeroMQ)\.@name$/i;
const NLOG =
  /^(?:Network|Chainsaw|NLogViewer|Mail|Database|EventLog|WebService|MSMQ|Syslog|Gelf|ElasticSearch|Loki|Seq|Splunk\w*)$/i;
const SERILOG =
  /^(?:Seq|Elasticsearch|Splunk|EventCollector|EventLog|MSSqlServer|Email|UdpSyslog|TcpSyslog|DatadogLogs|GrafanaLoki|Http|Graylog|Fluentd|MongoDB|PostgreSQL|AmazonCloudWatch|Slack)$/;

/** Handlers named in a dictConfig. */
export const handlers: StringCheck = {
  containing: [
    'logging.handlers.',
    'graypy.',
    'logstash.',
    'logstash_async.',
    'watchtower.',
    'logging_loki.',
    'fluent.handler',
    'loggly.handlers',
    'logtail.',
  ],
  breach: ({ value: { text, range }, holder }) =>
    holder?.name === 'class' && PYTHON_HANDLER.test(text) ? { range, words: { api: text } } : undefined,
};

function named(files: RegExp, at: RegExp, value: RegExp, api?: string): EntryCheck {
  return {
    files,
    at,
    breach: (entry) =>
      entry.kind === 'value' && value.test(entry.value)
        ? { range: entry.range, words: { api: api ?? entry.value.replace(/,.*$/s, '') } }
        : undefined,
  };
}

export const appenders: readonly EntryCheck[] = [
  named(/\.(?:ini|cfg|conf)$/, /^handler_[^.]+\.class$/, INI_HANDLER),
  named(/\.(?:ya?ml|json|toml)$/, /(?:^|\.)handlers\.[^.]+\.class$/, PYTHON_HANDLER),
  named(/(?:^|\/)(?:logback|log4j)[\w.-]*\.xml$/, /\.appender\.@class$/, JVM_APPENDER),
  named(/(?:^|\/)log4j2?[\w.-]*\.xml$/, LOG4J2, /\S/, 'This Log4j appender'),
  named(/(?:^|\/)log4j[\w.-]*\.properties$/, /^log4j\.appender\.[^.]+$/, JVM_APPENDER),
  named(
    /(?:^|\/)log4j2[\w.-]*\.properties$/,
    /^appender\.[^.]+\.type$/,
    /^(?:Syslog|Socket|Kafka|SMTP|JDBC|NoSql|Gelf|Http)$/i,
  ),
  named(
    /(?:^|\/)logging[\w.-]*\.properties$/,
    /(?:^|\.)handlers$/,
    /\bjava\.util\.logging\.SocketHandler\b/,
    'java.util.logging.SocketHandler',
  ),
  named(/\.(?:config|xml)$/i, /(?:^|\.)nlog\.(?:.*\.)?target\.@type$/i, NLOG),
  named(
    /\.(?:config|xml)$/i,
    /(?:^|\.)appender\.@type$/i,
    /^log4net\.Appender\.(?:AdoNet|Smtp|SmtpPickupDir|Udp|RemoteSyslog|LocalSyslog|EventLog|Telnet|Remoting)Appender\b/,
  ),
  named(
    /(?:^|\/)(?:appsettings|serilog)[\w.-]*\.json$/i,
    /(?:^|\.)Serilog\.(?:.*\.)?(?:WriteTo|configure)\.[^.]+\.Name$/i,
    SERILOG,
  ),
  named(
    /(?:^|\/)config\/(?:[\w.-]+\/)*[\w.-]+\.ya?ml$/,
    /(?:^|\.)monolog\.handlers\.[^.]+\.type$/,
    /^(?:syslog(?:udp)?|socket|gelf|slack(?:webhook)?|telegram|mongo(?:db)?|elastic\w*|loggly|logentries|insightops|native_mailer|swift_mailer|symfony_mailer|amqp|redis)$/,
  ),
];
