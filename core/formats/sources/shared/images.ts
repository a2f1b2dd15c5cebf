import type { Range } from '../../../text';
import type { RuntimeKind, RuntimePin, ServiceKind, ServiceUse, SourcePlace } from '../../source';

/** Names of images (without registry and tag) by the service they run. */
const SERVICES: readonly [ServiceKind, RegExp][] = [
  [
    'postgres',
    /^(?:postgres|postgresql|postgis|timescaledb(?:-ha)?|pgvector|citus|supabase-postgres|alloydbomni)$/,
  ],
  ['mysql', /^(?:mysql|mysql-server|percona|percona-server)$/],
  ['mariadb', /^(?:mariadb|mariadb-galera)$/],
  ['mssql', /^(?:mssql-server-linux|mssql\/server|azure-sql-edge|server)$/],
  ['oracle', /^(?:oracle-(?:xe|free)|oracle\/database)$/],
  ['mongodb', /^(?:mongo|mongodb|mongodb-community-server|percona-server-mongodb)$/],
  ['redis', /^(?:redis|redis-stack|redis-stack-server|keydb)$/],
  ['valkey', /^(?:valkey|valkey-bundle)$/],
  ['memcached', /^memcached$/],
  ['rabbitmq', /^rabbitmq$/],
  ['kafka', /^(?:kafka|cp-kafka|cp-server|kafka-native)$/],
  ['nats', /^(?:nats|nats-streaming)$/],
  ['elasticsearch', /^elasticsearch$/],
  ['opensearch', /^opensearch$/],
  ['mail', /^(?:mailhog|mailpit|maildev|mailcatcher|mailslurper|smtp4dev|mailcrab)$/],
  ['storage', /^(?:minio|localstack|fake-gcs-server|azurite|garage)$/],
];

const RUNTIMES: readonly [RuntimeKind, RegExp][] = [
  ['node', /^(?:node|node-\d+|javascript-node|typescript-node)$/],
  ['python', /^python$/],
  ['ruby', /^ruby$/],
  ['php', /^(?:php|frankenphp)$/],
  [
    'java',
    /^(?:openjdk|eclipse-temurin|amazoncorretto|adoptopenjdk|temurin|java|ibm-semeru-runtimes|liberica-open\w+-\w+|zulu-openjdk(?:-\w+)?|openjdk-orb|sapmachine)$/,
  ],
  ['go', /^(?:golang|go)$/],
  ['dotnet', /^(?:aspnet|sdk|runtime|runtime-deps|dotnet-sdk)$/],
  ['rust', /^rust$/],
  ['elixir', /^elixir$/],
  ['erlang', /^erlang$/],
  ['deno', /^deno$/],
  ['bun', /^bun$/],
];

/** An image's reference taken apart. */
export interface ImageName {
  /** Without registry: `bitnami/postgresql`. */
  readonly repository: string;
  /** The last part: `postgresql`. */
  readonly name: string;
  readonly tag: string | undefined;
  /** Where the tag starts in the reference. */
  readonly tagAt: number;
  readonly digest: string | undefined;
  /** It holds a variable or what a template fills. */
  readonly isOpen: boolean;
}

/** Takes `registry:5000/owner/name:tag@digest` apart; what a variable stands for stays as written. */
export function readImage(reference: string): ImageName {
  const at = reference.indexOf('@');
  const named = at < 0 ? reference : reference.slice(0, at);
  const slash = named.lastIndexOf('/');
  const colon = tagColon(named, slash);
  const repository = colon < 0 ? named : named.slice(0, colon);
  const first = repository.split('/')[0] ?? '';
  const hasRegistry = repository.includes('/') && /[.:]|^localhost$/.test(first);
  const path = hasRegistry ? repository.slice(first.length + 1) : repository;
  return {
    repository: path,
    name: path.slice(path.lastIndexOf('/') + 1).toLowerCase(),
    tag: colon < 0 ? undefined : named.slice(colon + 1),
    tagAt: colon < 0 ? named.length : colon + 1,
    digest: at < 0 ? undefined : reference.slice(at + 1),
    isOpen: /[${}<>%]/.test(reference),
  };
}

/** The colon before the tag, none of a variable's default. */
function tagColon(named: string, slash: number): number {
  let depth = 0;
  for (let at = Math.max(slash, 0); at < named.length; at++) {
    const char = named[at];
    if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (char === ':' && depth === 0) return at;
  }
  return -1;
}

const VERSION = /^v?(\d+(?:\.\d+){0,3})(?:[-+_]|$)/;
/** `latest-pg15`, `pg16`, `16-3.4` of PostGIS. */
const POSTGRES = /(?:^|-)pg(\d+(?:\.\d+)?)(?:-|$)/;

/** The version that a tag starts with and where it stands in it. */
export function versionOfTag(tag: string): { readonly version: string; readonly at: number } | undefined {
  const found = VERSION.exec(tag);
  return found?.[1] === undefined ? undefined : { version: found[1], at: found[0].startsWith('v') ? 1 : 0 };
}

export function serviceKindOf(reference: string): ServiceKind | undefined {
  const { name, repository } = readImage(reference);
  const found = SERVICES.find(([, names]) => names.test(name))?.[0];
  return found === 'mssql' && !/mssql|sql-edge/.test(repository) ? undefined : found;
}

/** The service that an image runs; `range` is the image's place in the text, written just so. */
export function serviceOfImage(
  reference: string,
  range: Range,
  name: string,
  place: SourcePlace,
): ServiceUse | undefined {
  const kind = serviceKindOf(reference);
  if (!kind) return undefined;
  const { tag, tagAt } = readImage(reference);
  const pg = kind === 'postgres' ? POSTGRES.exec(tag ?? '') : null;
  const read =
    pg?.[1] === undefined
      ? versionOfTag(tag ?? '')
      : { version: pg[1], at: (pg.index ?? 0) + pg[0].indexOf(pg[1]) };
  const start = range.start + tagAt + (read?.at ?? 0);
  const isWritten = range.end - range.start === reference.length;
  return {
    kind,
    name,
    image: reference,
    version: read?.version,
    range: read && isWritten ? { start, end: start + read.version.length } : range,
    place,
  };
}

export function runtimeOfImage(
  reference: string,
  range: Range,
  place: SourcePlace,
  purpose: RuntimePin['for'],
): RuntimePin | undefined {
  const { name, tag, tagAt, repository } = readImage(reference);
  const runtime = RUNTIMES.find(([, names]) => names.test(name))?.[0];
  const read = versionOfTag(tag ?? '');
  // Tags of images for development containers start with a version of the image, not of the runtime.
  const isDevContainer = /(?:^|\/)devcontainers\//.test(repository);
  if (!runtime || !read || isDevContainer || (runtime === 'dotnet' && !repository.startsWith('dotnet/')))
    return undefined;
  const start = range.start + tagAt + read.at;
  const isWritten = range.end - range.start === reference.length;
  return {
    runtime,
    version: read.version,
    range: isWritten ? { start, end: start + read.version.length } : range,
    place,
    for: purpose,
  };
}
