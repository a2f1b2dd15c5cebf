import type { App } from '../../../app';
import { isDockerfile } from '../../../facts/app-files';
import type { Breach, EntryCheck } from '../../../rule';

const COMPOSE =
  /^(?!(?:.*\/)?\.?dev(?:container)?\/)(?:.*\/)?(?:docker-)?compose(?![\w.-]*(?:dev|local|override|test))[\w.-]*\.ya?ml$/;
/** A folder of logs inside a container, other than that of a server that is no app. */
const LOG_FOLDER =
  /(?:^|\/)logs?(?:\/(?!nginx|postgres|mysql|mariadb|mongo|redis|letsencrypt|apache|httpd|elastic|rabbitmq|traefik|caddy|clickhouse)|$)/;

/** Folders in which other servers keep what they call logs. */
const OF_OTHERS = /\/var\/lib\/|exim|postfix|supervisor|kafka/;
/** Images of servers that are no app. */
const SERVERS =
  /(?:^|[/_-])(?:nginx|postgres|mysql|mariadb|mongo|redis|smtp|exim|postfix|kafka|zookeeper|elasticsearch|rabbitmq|traefik|caddy|clickhouse|httpd|haproxy)(?:[-:/@]|$)/;

/** Whether a service, or the folder of an image, is by its name the one that collects the logs of the others. */
const isOfCollector = (name: string): boolean =>
  /^(?:logs?|logger|logging|logrotate|syslog(?:-ng)?|rsyslog|fluentd?|fluent-bit|vector|promtail|logstash|filebeat)$/.test(
    name,
  );

/** `VOLUME /var/log/app` keeps what nobody should write. */
export function logVolumes(path: string, app: App): Breach[] {
  const text = isDockerfile(path) ? app.tree.appFiles.get(path)?.text : undefined;
  if (text === undefined || path.split('/').slice(0, -1).some(isOfCollector)) return [];
  return [...text.matchAll(/^[ \t]*VOLUME[ \t]+(.+)$/gim)].flatMap((match) => {
    const [whole, volumes = ''] = match;
    const start = match.index + whole.length - volumes.length;
    const folder = volumes.split(/[\s,"'[\]]+/).find((word) => LOG_FOLDER.test(word));
    if (folder === undefined) return [];
    const from = start + volumes.indexOf(folder);
    return [{ range: { start: from, end: from + folder.length }, severity: 'information' as const }];
  });
}

/** The volumes of Compose, and the units of systemd. */
export const outputs: readonly EntryCheck[] = [
  {
    files: COMPOSE,
    at: /^services\.[^.]+\.volumes\.\d+(?:\.target)?$/,
    breach: ({ kind, keys, value, range }, _file, _app, all) => {
      const [source = '', target] = value.split(':');
      if (kind !== 'value' || !LOG_FOLDER.test(target ?? source) || target === undefined) return undefined;
      if (OF_OTHERS.test(target) || isOfCollector(keys[1] ?? '')) return undefined;
      const image = all.find((one) => one.keys.join('.') === `services.${keys[1]}.image`)?.value ?? '';
      if (SERVERS.test(image)) return undefined;
      return { range, severity: 'information' };
    },
  },
  {
    files: /\.service$/,
    at: /^Service\.Standard(?:Output|Error)$/,
    breach: ({ value, range }) =>
      /^(?:file|append|truncate):/.test(value)
        ? { range, repair: { to: 'value', text: 'journal' } }
        : undefined,
  },
];
