import type { App } from '../../../app';
import { isDockerfile, isProcfile } from '../../../facts/app-files';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand, Word } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName, programWords } from '../../shared/commands';

/** The programs of services that keep data or pass it on, and what people call them. */
const SERVERS: Readonly<Record<string, string>> = {
  postgres: 'PostgreSQL',
  postgresql: 'PostgreSQL',
  postmaster: 'PostgreSQL',
  pg_ctl: 'PostgreSQL',
  pg_ctlcluster: 'PostgreSQL',
  mysqld: 'MySQL',
  mysqld_safe: 'MySQL',
  mysql: 'MySQL',
  'mysql-server': 'MySQL',
  'default-mysql-server': 'MySQL',
  mariadb: 'MariaDB',
  mariadbd: 'MariaDB',
  'mariadbd-safe': 'MariaDB',
  'mariadb-server': 'MariaDB',
  'redis-server': 'Redis',
  redis: 'Redis',
  'valkey-server': 'Valkey',
  memcached: 'Memcached',
  mongod: 'MongoDB',
  mongodb: 'MongoDB',
  'mongodb-org': 'MongoDB',
  'rabbitmq-server': 'RabbitMQ',
  elasticsearch: 'Elasticsearch',
  opensearch: 'OpenSearch',
  influxd: 'InfluxDB',
  postfix: 'Postfix',
  beanstalkd: 'beanstalkd',
  'nats-server': 'NATS',
};
/** Started by itself, a name may also be that of a client. */
const CLIENTS = /^(?:mysql|mariadb|redis|mongodb|mongodb-org|postgresql|[\w-]*mysql-server|mariadb-server)$/;
/** Images whose one process is the service. */
const SERVICE_IMAGE =
  /(?:^|[/-])(?:postgres|postgresql|postgis|timescaledb|mysql|mariadb|percona|redis|valkey|memcached|mongo|mongodb|rabbitmq|elasticsearch|opensearch|influxdb|nats|beanstalkd|postfix)(?:[-:/@]|$)/;
/** Folders that hold what makes the image of a service, or of what brings its data up to date. */
const OWN_FOLDER =
  /(?:^|[/_-])(?:postgres(?:ql)?|mysql|mariadb|redis|valkey|memcached|mongo(?:db)?|rabbitmq|elasticsearch|postfix|mta|mail|db|database|db-?migrator)\/$/;
const INSTALLERS = /^(?:apt|apt-get|aptitude|apk|yum|dnf|microdnf|zypper)$/;
/** Images of a developer's machine and of tests. */
const ELSEWHERE =
  /(?:^|[/._-])(?:dev|devel|devcontainer|development|local|tests?|ci|e2e|demo|vagrant)(?=[/._-]|$)/i;

/** The service that a simple command starts, with the word that names it. */
function started({ words }: SimpleCommand): { readonly word: Word; readonly service: string } | undefined {
  const [program, second, third] = programWords({ words } as SimpleCommand);
  if (!program) return undefined;
  const name = baseName(program.text);
  const told = (word: Word | undefined, text = word?.text ?? '') => {
    const service = Object.hasOwn(SERVERS, text) ? SERVERS[text] : undefined;
    return word && service !== undefined ? { word, service } : undefined;
  };
  if (/^(?:service|rc-service)$/.test(name))
    return /^(?:re)?start$/.test(third?.text ?? '') ? told(second) : undefined;
  if (name === 'systemctl') return /^(?:re)?start$/.test(second?.text ?? '') ? told(third) : undefined;
  if (program.text.startsWith('/etc/init.d/'))
    return second?.text === 'start' ? told(program, name) : undefined;
  if (name === 'pg_ctl' && !words.some(({ text }) => /^(?:re)?start$/.test(text))) return undefined;
  if (words.some(({ text }) => /^(?:--version|--help|-V|--initialize(?:-insecure)?)$/.test(text)))
    return undefined;
  return CLIENTS.test(name) ? undefined : told(program, name);
}

/** The services whose servers a command installs; their clients have packages of their own. */
function installed({ words }: SimpleCommand): ReadonlyMap<string, Word> {
  const found = new Map<string, Word>();
  const at = words.findIndex(({ text }) => INSTALLERS.test(baseName(text)));
  if (at < 0 || !words.slice(at + 1, at + 6).some(({ text }) => /^(?:install|add)$/.test(text))) return found;
  for (const word of words.slice(at + 1)) {
    const name = word.text.replace(/[=~<>].*$/, '').replace(/-?\d[\d.]*$/, '');
    const service = Object.hasOwn(SERVERS, name) ? SERVERS[name] : undefined;
    if (service !== undefined && !found.has(service)) found.set(service, word);
  }
  return found;
}

/** A database or queue that starts in the same container, or under the same Procfile, as the app. */
export function servicesStarted(one: RoleCommand, app: App): Breach[] {
  const { path, role, place, command } = one;
  if (ELSEWHERE.test(path) || SERVICE_IMAGE.test(place?.image ?? '')) return [];
  if (isProcfile(path)) return role === 'run' ? command.simple.flatMap(told) : [];
  if (/(?:^|\/)supervisor[\w./-]*\.(?:conf|ini)$/.test(path)) return command.simple.flatMap(told);
  if (isDockerfile(path) && place?.key === 'RUN' && !isOfServiceAlone(path, app))
    return command.simple.flatMap((simple) => inImage(simple, app));
  const isEntry = role === 'run' && (isDockerfile(path) || place?.form === 'script');
  return isEntry && runsInImage(app) && !isOfServiceAlone(path, app) ? command.simple.flatMap(told) : [];
}

/**
 * Whether the image in a file's folder is that of the service: its name says so, or what ends a script of the folder
 * is the service and nothing else.
 */
function isOfServiceAlone(path: string, app: App): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  if (folder === '') return false;
  if (OWN_FOLDER.test(folder)) return true;
  return app.commands.some(({ path: other, role, command }) => {
    const last = command.simple.at(-1);
    const isHere = role === 'run' && other.startsWith(folder) && !other.slice(folder.length).includes('/');
    return isHere && last?.words[0]?.text === 'exec' && started(last) !== undefined;
  });
}

function told(simple: SimpleCommand): Breach[] {
  const found = started(simple);
  return found ? [{ range: found.word.range, words: { service: found.service }, once: found.service }] : [];
}

/** What an image installs counts where something starts it there. */
function inImage(simple: SimpleCommand, app: App): Breach[] {
  const packages = installed(simple);
  if (packages.size === 0) return [];
  const running = new Set(
    app.commands
      .filter(({ path, role, place }) => {
        const inImageToo = isDockerfile(path) || place?.form === 'script' || /supervisor/.test(path);
        return inImageToo && (role === 'run' || place?.key === 'RUN' || /supervisor/.test(path));
      })
      .flatMap(({ command }) => command.simple.map((one) => started(one)?.service)),
  );
  return [...packages].flatMap(([service, { range }]) =>
    running.has(service) ? [{ range, words: { service }, once: service }] : [],
  );
}

function runsInImage(app: App): boolean {
  return app.commands.some(({ path }) => isDockerfile(path));
}
