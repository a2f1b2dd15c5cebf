import type { ConfigEntry } from '../../../formats/entry';
import type { EntryCheck, Severity } from '../../../rule';
import { isStreamName } from '../shared/log-file';

interface Setting {
  readonly files: RegExp;
  readonly at: RegExp;
  readonly value: RegExp;
  /** Who writes the log; the value itself without it. */
  readonly api?: string;
  readonly severity?: Severity;
  /** The value is a path, and a stream is no breach. */
  readonly path?: boolean;
  readonly repair?: Readonly<Record<string, string>>;
}

const DEVELOPMENT = /[.@_/-](?:dev|development|local|test)\b/i;

function check({ files, at, value, api, severity, path, repair }: Setting): EntryCheck {
  return {
    files,
    at,
    breach(entry, file) {
      if (entry.kind !== 'value' || !value.test(entry.value) || (path && isNoFile(entry))) return undefined;
      const soft = DEVELOPMENT.test(file.path) ? 'information' : severity;
      return {
        range: entry.range,
        words: { api: api ?? entry.value.replace(/,.*$/s, '').trim() },
        ...(soft ? { severity: soft } : {}),
        ...(repair ? { repair: { ...repair, ...wholeOf(entry) } } : {}),
      };
    },
  };
}

function isNoFile({ value }: ConfigEntry): boolean {
  return isStreamName(value) || /^(?:$|off$|false$|none$|auto$|~$|null$|\|)/i.test(value);
}

function wholeOf({ whole }: ConfigEntry): Record<string, number> {
  return { start: whole.start, end: whole.end };
}

const ANY = /\S/;
const YAML_OR_JSON = /\.(?:ya?ml|json|toml)$/;
const SPRING = /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/;
const PYTHON_HANDLER =
  /^(?:logging\.)?(?:handlers\.)?(?:(?:Rotating|TimedRotating|Watched)?FileHandler)$|^concurrent_log_handler\.\w+$/;
const LOG4J2_FILES = 'File|RollingFile|RandomAccessFile|RollingRandomAccessFile|MemoryMappedFile';

const jvm: readonly Setting[] = [
  {
    files: /(?:^|\/)log4j2?[\w.-]*\.xml$/,
    at: new RegExp(`\\.(?:${LOG4J2_FILES}|Appender)\\.@fileName$`, 'i'),
    value: ANY,
    api: 'Log4j',
    path: true,
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

const python: readonly Setting[] = [
  { files: /\.(?:ini|cfg|conf)$/, at: /^handler_[^.]+\.class$/, value: PYTHON_HANDLER },
  { files: YAML_OR_JSON, at: /(?:^|\.)handlers\.[^.]+\.class$/, value: PYTHON_HANDLER },
  {
    files: /\.(?:ini|conf)$/,
    at: /^(?:program|fcgi-program|eventlistener)[: ].*\.std(?:out|err)_logfile$/,
    value: ANY,
    api: 'supervisord',
    severity: 'information',
    path: true,
  },
  {
    files: /\.ini$/,
    at: /^uwsgi\.(?:logto2?|daemonize2?|(?:req-)?logger)$/,
    value: /^(?:file:|\.{0,2}\/|[\w%-]+\.log$|%)/,
    api: 'uWSGI',
    path: true,
  },
  {
    files: /(?:^|\/)(?:odoo|openerp)[\w.-]*\.(?:conf|cfg)$/,
    at: /^options\.logfile$/,
    value: ANY,
    api: 'Odoo',
    path: true,
  },
];

const php: readonly Setting[] = [
  {
    files:
      /(?:^|\/)(?:php[\w.-]*\.(?:ini|conf)|\.user\.ini|www\.conf)$|(?:^|\/)(?:php|conf\.d|pool\.d)\/[^/]+\.(?:ini|conf)$/,
    at: /(?:^|\.)(?:access\.log|slowlog|error_log|php_(?:admin_)?value\[error_log\])$/,
    value: ANY,
    api: 'PHP',
    path: true,
    repair: { to: 'whole', text: '/dev/stderr' },
  },
  {
    // What Symfony's own recipe sets up for a developer's machine stays silent.
    files: /(?:^|\/)config\/(?!packages\/(?:dev|test)\/)(?:[\w.-]+\/)*[\w.-]+\.ya?ml$/,
    at: /^(?!when@(?:dev|test)\.)(?:when@\w+\.)?monolog\.handlers\.[^.]+\.path$/,
    value: ANY,
    api: 'Monolog',
    path: true,
    repair: { to: 'whole', text: 'php://stderr' },
  },
];

const dotnet: readonly Setting[] = [
  {
    files: /(?:^|\/)appsettings[\w.-]*\.json$|(?:^|\/)serilog[\w.-]*\.json$/i,
    at: /(?:^|\.)Serilog\.(?:.*\.)?(?:WriteTo|configure)(?:\.|:)[^.]+\.Name$/i,
    value: /^(?:Rolling)?File$/,
    api: 'Serilog',
  },
  {
    files: /(?:^|\/)appsettings[\w.-]*\.json$/i,
    at: /(?:^|\.)NLog\.targets\.(?:.*\.)?type$/i,
    value: /^File$/i,
    api: 'NLog',
  },
  {
    files: /(?:^|\/)appsettings[\w.-]*\.json$/i,
    at: /^Logging\.File\.(?:Path|PathFormat|BasePath)$/i,
    value: ANY,
    api: 'The logging provider',
    path: true,
  },
  {
    files: /\.(?:config|xml)$/i,
    at: /(?:^|\.)nlog\.(?:.*\.)?(?:target|default-target-parameters)\.@type$/i,
    value: /^File$/i,
    api: 'NLog',
  },
  {
    files: /\.(?:config|xml)$/i,
    at: /(?:^|\.)appender\.@type$/i,
    value: /^log4net\.Appender\.(?:Rolling)?FileAppender\b/,
  },
  {
    files: /(?:^|\/)web[\w.]*\.config$/i,
    at: /(?:^|\.)aspNetCore\.@stdoutLogEnabled$/i,
    value: /^true$/i,
    api: 'The ASP.NET Core module',
    repair: { to: 'whole', text: 'false' },
  },
  {
    files: /(?:^|\/)(?:web|app)[\w.]*\.config$/i,
    at: /\.(?:listeners|sharedListeners)\.add\.@type$/i,
    value: /\b(?:TextWriter|XmlWriter|DelimitedList|FileLog)TraceListener\b/,
  },
];

const others: readonly Setting[] = [
  {
    files: /\.ya?ml$/,
    at: /^appenders\.[^.]+\.kind$/,
    value: /^(?:rolling_)?file$/,
    api: 'log4rs',
  },
  {
    files: /(?:^|\/)(?:ecosystem|pm2|process(?:es)?)[\w.-]*\.(?:json|ya?ml)$/,
    at: /(?:^|\.)(?:out_file|error_file|log_file|log)$/,
    value: ANY,
    api: 'PM2',
    path: true,
  },
  {
    files: /(?:^|\/)log4js[\w.-]*\.json$/,
    at: /(?:^|\.)appenders\.[^.]+\.type$/,
    value: /^(?:file|dateFile|fileSync|multiFile|recording)$/,
    api: 'log4js',
  },
  {
    // The official image links these two to the standard streams.
    files: /(?:^|\/)nginx[\w./-]*\.conf$|\.nginx$/,
    at: /(?:^|\.)(?:access_log|error_log)$/,
    value: /^(?!\/var\/log\/nginx\/(?:access|error)\.log\b|syslog:|memory:|\/dev\/|stderr\b|off\b)\S/,
    api: 'nginx',
    severity: 'information',
  },
];

const checks: readonly EntryCheck[] = [...jvm, ...python, ...php, ...dotnet, ...others].map(check);

export default checks;
