import type { Api } from '../../../rule';
import { ships } from './ships';

const apis: readonly Api[] = [
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

export default apis;
