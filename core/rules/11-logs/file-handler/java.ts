import type { Api } from '../../../rule';
import { always, at, fileOnly } from '../shared/apis';
import { isOpenFile } from '../shared/log-file';

/** `System.setOut(new PrintStream(new FileOutputStream("out.log")))` */
const setOut: Api = {
  calls: ['System.setOut', 'System.setErr', 'java.lang.System.setOut', 'java.lang.System.setErr'],
  global: true,
  breach: (call) => (isOpenFile(call.args[0]?.value) ? at(call) : undefined),
};

const apis: readonly Api[] = [
  fileOnly(['java.util.logging.FileHandler'], {
    repair: { to: 'added', text: 'new java.util.logging.ConsoleHandler()' },
  }),
  always(
    'ch.qos.logback.core.FileAppender',
    'ch.qos.logback.core.rolling.RollingFileAppender',
    'org.apache.log4j.FileAppender',
    'org.apache.log4j.RollingFileAppender',
    'org.apache.log4j.DailyRollingFileAppender',
    'org.apache.logging.log4j.core.appender.FileAppender.newBuilder',
    'org.apache.logging.log4j.core.appender.FileAppender.createAppender',
    'org.apache.logging.log4j.core.appender.RollingFileAppender.newBuilder',
    'org.apache.logging.log4j.core.appender.RollingFileAppender.createAppender',
    'org.apache.logging.log4j.core.appender.RandomAccessFileAppender.newBuilder',
    'org.apache.logging.log4j.core.appender.RollingRandomAccessFileAppender.newBuilder',
    'org.apache.logging.log4j.core.appender.MemoryMappedFileAppender.newBuilder',
    'org.apache.catalina.valves.AccessLogValve',
    'org.apache.catalina.valves.ExtendedAccessLogValve',
    'org.tinylog.writers.FileWriter',
    'org.tinylog.writers.RollingFileWriter',
    'org.tinylog.writers.SharedFileWriter',
  ),
  fileOnly(['io.undertow.server.handlers.accesslog.DefaultAccessLogReceiver.builder']),
  fileOnly(['org.eclipse.jetty.server.RequestLogWriter', 'org.eclipse.jetty.server.NCSARequestLog']),
  setOut,
];

export default apis;
