import type { GivenFact, Value } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Breach, FileView, GivenCheck } from '../../../rule';
import { hostOf, isHost, isLoopback, isOfDevelopment, isPrivate, setsUp } from '../shared/hosts';
import { readLocator } from '../shared/locator';
import { around, literalIn, namedHost } from './client';

const SERVICES =
  'db database mysql postgres postgresql pg mongo mongodb redis rabbitmq amqp smtp mail email elasticsearch elastic memcached ldap mqtt kafka'.split(
    ' ',
  );
/** Settings whose whole name says that they hold the address of a service. */
const ADDRESS =
  /^(?:\$|self\.)?(?:db|database|mysql|postgres|postgresql|pg|mongo|mongodb|redis|rabbitmq|amqp|smtp|mail|email|elasticsearch|elastic|memcached|ldap|mqtt|kafka)_?(?:host|hostname|server|servers|brokers|bootstrap_?servers)$/i;
const BESIDE = /^(?:port|user|user_?name|name|database)$/i;

/** `DATABASES` of Django, mail settings, `redisHost = "…"`. */
export const given: GivenCheck = {
  names: [
    ...SERVICES.flatMap((one) => [`${one}_host`, `${one}host`, `${one}_server`, `${one}server`]),
    ...['kafka_brokers', 'kafkabrokers', 'bootstrap_servers', 'bootstrapservers'],
    ...['DATABASES', 'CACHES', 'smtp_settings', 'BaseAddress', 'connection'],
  ],
  breach: (fact, file) =>
    fact.enclosure.typeOnly || setsUp(file.path)
      ? undefined
      : (ofDjango(fact, file) ?? ofMail(fact, file) ?? ofHttp(fact, file) ?? byName(fact, file)),
};

function found(
  value: Value | undefined,
  within: Value,
  variable: string,
  file: FileView,
): Breach | undefined {
  const literal = literalIn(value);
  const host = literal && hostOf(literal.text);
  if (!literal || host === undefined || readLocator(literal.text) || !isHost(host)) return undefined;
  if (isOfDevelopment(file.path, host)) return undefined;
  // Mail of the same host is a rule of its own.
  if (/SMTP|MAIL/.test(variable) && isLoopback(host)) return undefined;
  const beside = (around(within, literal) ?? []).filter(
    ({ key, value: one }) => BESIDE.test(key) && (one.kind === 'string' || one.kind === 'number'),
  );
  return namedHost(literal, host, variable, file, beside);
}

function ofDjango({ holder, value }: GivenFact, file: FileView): Breach | undefined {
  const isCache = holder.name === 'CACHES';
  if ((!isCache && holder.name !== 'DATABASES') || value.kind !== 'object') return undefined;
  for (const { value: one } of value.entries) {
    const backend = textOf(property(one, isCache ? 'BACKEND' : 'ENGINE')) ?? '';
    if (/sqlite3|locmem|filebased|dummy|cache\.backends\.db\./i.test(backend)) continue;
    const address = isCache ? property(one, 'LOCATION') : property(one, 'HOST');
    const breach = found(address, value, isCache ? 'CACHE_URL' : 'DB_HOST', file);
    if (breach) return breach;
  }
  return undefined;
}

function ofMail({ holder, value }: GivenFact, file: FileView): Breach | undefined {
  if (holder.name !== 'smtp_settings') return undefined;
  return found(property(value, 'address'), value, 'SMTP_HOST', file);
}

/** `client.BaseAddress = new Uri("…")`. */
function ofHttp({ holder, value }: GivenFact, file: FileView): Breach | undefined {
  const literal = holder.name === 'BaseAddress' ? literalIn(value) : undefined;
  const host = literal && hostOf(literal.text);
  const isOwn = host !== undefined && isPrivate(host) && !isLoopback(host);
  return literal && isOwn ? namedHost(literal, host, 'API_URL', file) : undefined;
}

/** Texts for people, in many languages. */
const TRANSLATIONS = /(?:^|\/)(?:lang|langs|locales?|i18n|l10n|translations?|messages)\//i;
/** What a script gives to a variable is config. */
const SCRIPTS = /\.(?:ba|z|k)?sh$/;
const KNEX = /(?:^|\/)knexfile\.[cm]?[jt]s$/;
const LARAVEL = /(?:^|\/)config\/database\.php$/;

function byName({ holder, value, argumentOf }: GivenFact, file: FileView): Breach | undefined {
  const { name, kind, owner } = holder;
  if (name === 'connection' && KNEX.test(file.path) && !/^(?:dev\w*|test\w*)$/.test(owner ?? ''))
    return found(property(value, 'host'), value, 'DB_HOST', file);
  if (name === 'connections' && LARAVEL.test(file.path) && value.kind === 'object')
    return value.entries
      .map((entry) => found(property(entry.value, 'host'), value, 'DB_HOST', file))
      .find((one) => one !== undefined);
  if (TRANSLATIONS.test(file.path) || SCRIPTS.test(file.path)) return undefined;
  // As a default of a parameter or an option of someone else’s it is the caller’s to say.
  const isOwn = kind === 'variable' || kind === 'attribute' || kind === 'key';
  if (!isOwn || !ADDRESS.test(name) || /default|option|argument|describe/i.test(argumentOf ?? ''))
    return undefined;
  // The values of a table of defaults stand behind what is given.
  if (/default/i.test(owner ?? '') && isLoopback(literalIn(value)?.text ?? '')) return undefined;
  // A bare word may be any name; an address has a domain, a port, or is this machine.
  const text = literalIn(value)?.text ?? '';
  if (!/[.:]/.test(text) && !isLoopback(text)) return undefined;
  return found(
    value,
    value,
    name
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .toUpperCase()
      .replace(/\W/g, ''),
    file,
  );
}
