import type { App } from '../../../app';
import { readDockerfile } from '../../../formats/dockerfile';
import { entryFormatOf } from '../../../formats/entry-format';
import type { Source, SourcePlace } from '../../../formats/source';
import { placeOfCompose } from '../../../formats/sources/compose';
import { readImage } from '../../../formats/sources/shared/images';
import type { Range } from '../../../text';

/** An image that a file around the code starts from or starts, as written. */
export interface ImageAt {
  readonly reference: string;
  readonly range: Range;
  readonly place: SourcePlace;
}

const IN_ENTRIES: Readonly<Record<string, RegExp>> = {
  compose: /^services\.[^.]+\.image$/,
  kubernetes: /(?:^|\.)(?:containers|initContainers)\.\d+\.image$/,
  'github-workflow': /^jobs\.[^.]+\.(?:services\.[^.]+\.image|container(?:\.image)?)$/,
  'gitlab-ci': /(?:^|\.)image(?:\.name)?$|(?:^|\.)services\.\d+(?:\.name)?$/,
  circleci: /\.docker\.\d+\.image$/,
};

/** The images of other people that a file names, in the order in which they stand there. */
export function imagesIn({ path, format }: Source, app: App): ImageAt[] {
  const text = app.tree.appFiles.get(path)?.text ?? '';
  if (format === 'dockerfile') {
    const isLocal = /dev(?:elopment)?\b|local|test|\.devcontainer|\.gitpod/i.test(path);
    return readDockerfile(text)
      .images.filter(({ base }) => base === undefined)
      .map(({ image, range }) => ({ reference: image, range, place: isLocal ? 'local' : 'deploy' }));
  }
  const at = IN_ENTRIES[format];
  if (!at) return [];
  const entries = entryFormatOf(path)?.entries(text) ?? [];
  const place = format === 'compose' ? placeOfCompose(path) : format === 'kubernetes' ? 'deploy' : 'ci';
  const builds = new Set(
    entries.filter(({ keys }) => keys.at(-1) === 'build').map(({ keys }) => keys.slice(0, -1).join('.')),
  );
  return entries.flatMap(({ keys, kind, value, range }): ImageAt[] => {
    const isBuilt = builds.has(keys.slice(0, -1).join('.'));
    if (kind !== 'value' || value === '' || isBuilt || !at.test(keys.join('.'))) return [];
    return [{ reference: value, range, place }];
  });
}

/** What Docker itself offers under one word; any other word names an image that was built nearby. */
const OFFICIAL = new Set(
  `alpine amazoncorretto amazonlinux archlinux bash buildpack-deps busybox caddy cassandra centos chronograf clickhouse
  composer consul couchbase couchdb debian drupal eclipse-mosquitto eclipse-temurin elasticsearch elixir erlang fedora
  flink fluentd ghost golang gradle groovy haproxy haskell httpd influxdb jetty jruby julia kibana kong logstash mariadb
  matomo maven mediawiki memcached mongo mongo-express mysql nats neo4j nextcloud nginx node odoo openjdk oraclelinux
  percona perl php postgres pypy python rabbitmq redis registry rethinkdb rockylinux ruby rust sapmachine solr sonarqube
  swift telegraf tomcat traefik ubuntu varnish vault wordpress zookeeper`.split(/\s+/),
);

/** Tags that say nothing of a version: of the newest, or of the system below. */
const MOVING = /^(?:latest|alpine|slim|(?:lts|current)(?:-(?:alpine|slim))?|edge|nightly)$/;

/** No tag, or one that every release of the image moves. */
export function isUnpinned(reference: string): boolean {
  const { tag, digest, isOpen, name, repository } = readImage(reference);
  const isKnown = repository.includes('/') || repository !== reference.split(/[:@]/)[0] || OFFICIAL.has(name);
  return digest === undefined && !isOpen && isKnown && (tag === undefined || MOVING.test(tag));
}
