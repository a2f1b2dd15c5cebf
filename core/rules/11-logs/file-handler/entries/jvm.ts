import { ANY, type Setting } from './setting';

const SPRING = /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/;
const LOG4J2_FILES = 'File|RollingFile|RandomAccessFile|RollingRandomAccessFile|MemoryMappedFile';

const jvm: readonly Setting[] = [
  {
    files: /(?:^|\/)(?:server|context)\.xml$/,
    at: /\.Valve\.@className$/,
    value: /\.(?:Extended)?AccessLogValve$/,
    severity: 'information',
  },
  {
    files: /(?:^|\/)log4j2?[\w.-]*\.xml$/,
    at: new RegExp(`\\.(?:${LOG4J2_FILES}|Appender)\\.@fileName$`, 'i'),
    value: ANY,
    api: 'Log4j',
    path: true,
    repair: { to: 'log4j' },
  },
  { files: /(?:^|\/)log4j[\w.-]*\.xml$/, at: /\.appender\.@class$/, value: /FileAppender$/ },
  {
    files: /(?:^|\/)log4j2?[\w.-]*\.(?:ya?ml|json)$/,
    at: new RegExp(`\\.(?:${LOG4J2_FILES})(?:\\.\\d+)?\\.fileName$`, 'i'),
    value: ANY,
    api: 'Log4j',
    path: true,
  },
  {
    files: /(?:^|\/)log4j[\w.-]*\.properties$/,
    at: /^log4j\.appender\.[^.]+$/,
    value: /FileAppender$/,
    repair: { to: 'whole', text: 'org.apache.log4j.ConsoleAppender' },
  },
  {
    files: /(?:^|\/)log4j2[\w.-]*\.properties$/,
    at: /^appender\.[^.]+\.type$/,
    value: new RegExp(`^(?:${LOG4J2_FILES})$`, 'i'),
  },
  {
    files: /(?:^|\/)logback[\w.-]*\.xml$/,
    at: /\.appender\.@class$/,
    value: /(?:^|\.)(?:Rolling)?FileAppender$/,
    repair: { to: 'logback' },
  },
  {
    files: /(?:^|\/)logging[\w.-]*\.properties$/,
    at: /(?:^|\.)handlers$/,
    value: /\b(?:java\.util\.logging|org\.apache\.juli)\.(?:Async)?FileHandler\b/,
    api: 'java.util.logging.FileHandler',
  },
  {
    files: /(?:^|\/)tinylog[\w.-]*\.properties$/,
    at: /^writer\w*$/,
    value: /^(?:rolling |shared )?file$/,
    api: 'tinylog',
    repair: { to: 'whole', text: 'console' },
  },
  {
    files: SPRING,
    at: /(?:^|\.)logging\.(?:file|path|file\.name|file\.path)$/,
    value: ANY,
    api: 'Spring Boot',
    path: true,
    repair: { to: 'delete' },
  },
  {
    files: SPRING,
    at: /(?:^|\.)server\.(?:tomcat|undertow|jetty)\.accesslog\.enabled$/,
    value: /^true$/,
    api: 'The access log',
    severity: 'information',
  },
  {
    files: SPRING,
    at: /(?:^|\.)quarkus\.log\.(?:handler\.)?file\.(?:[^.]+\.)?enabled?$/,
    value: /^true$/,
    api: 'Quarkus',
    repair: { to: 'whole', text: 'false' },
  },
  {
    files: /\.ya?ml$/,
    at: /(?:^|\.)(?:logging|requestLog)\.appenders\.\d+\.type$/,
    value: /^file$/,
    api: 'Dropwizard',
    repair: { to: 'whole', text: 'console' },
  },
];

export default jvm;
