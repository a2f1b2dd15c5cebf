import type { GivenFact, StringFact } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Breach, EntryCheck, FileView, GivenCheck, StringCheck } from '../../../rule';
import { literalIn } from '../hardcoded-locator/client';
import { isDefault } from '../hardcoded-locator/strings';
import { hostOf, isLoopback } from '../shared/hosts';
import { chosen, LOCAL_MAIL } from './calls';

const SOCKETS: readonly (readonly [path: RegExp, what: string])[] = [
  [/(?:^|[/=:(])(?:var\/|\/)?(?:run|lib|tmp)\/(?:mysqld?|mariadb)[\w/.-]*\.sock\b|\/mysql\.sock\b/, 'MySQL'],
  [/\/(?:var\/)?run\/postgresql\b|\/tmp\/\.s\.PGSQL/, 'PostgreSQL'],
  [/\/redis[\w/.-]*\.sock\b/, 'Redis'],
  [/\/memcached[\w/.-]*\.sock\b/, 'Memcached'],
];
const PROGRAM = /^(?:\/usr)?\/(?:s?bin|lib)\/sendmail\b/;
/** Lists of all that a framework can be set to, and defaults that an installation replaces. */
const OPTIONS =
  /(?:^|\/)config\/mail\.php$|\.(?:default|dist|sample)\.\w+$|(?:^|\/)(?:swiftmailer|phpmailer)\//i;
/** Functions that only look at a path. */
const LOOKS =
  /(?:^|\.)(?:exists\w*|existsSync|is_file|isfile|isdir|file_exists|access|stat|startsWith|startswith|log|info|warn\w*|error|debug|print\w*|puts|add_argument|option|echo)$/;

/** The service whose socket, or the program whose place, a text names. */
export function localService(text: string): string | undefined {
  if (PROGRAM.test(text)) return LOCAL_MAIL;
  const known = SOCKETS.find(([path]) => path.test(text));
  return known && `The socket of ${known[1]} on this host is named`;
}

export const strings: StringCheck = {
  containing: [
    'mysqld',
    'mysql.sock',
    'run/postgresql',
    '.s.PGSQL',
    'redis.sock',
    'run/redis',
    'memcached.sock',
    'bin/sendmail',
  ],
  breach: (
    { value, fallback, enclosure, holder, argumentOf }: StringFact,
    { path, family },
  ): Breach | undefined => {
    if (OPTIONS.test(path)) return undefined;
    const what = fallback || enclosure.typeOnly ? undefined : localService(value.text);
    if (isDefault(holder, enclosure.fn, undefined)) return undefined;
    if (what === undefined || /\s.*\s.*\s/.test(value.text) || LOOKS.test(argumentOf ?? '')) return undefined;
    if (holder?.kind === 'parameter' || (!holder && argumentOf === undefined)) return undefined;
    const literal = {
      range: value.range,
      name: 'DATABASE_URL',
      cast: 'string',
      keepAsFallback: false,
    } as const;
    // A script hands the socket to each program that it starts, in an option of each one's own.
    if (family === 'shell') return { range: value.range, words: { what }, once: what };
    const isMovable = value.kind === 'string' && what !== LOCAL_MAIL;
    return { range: value.range, words: { what }, ...(isMovable ? { literal } : {}) };
  },
};

const DEVELOPMENT =
  /(?:^|\/)(?:environments\/(?:development|test)\.rb|settings\/(?:dev|development|local|test)\w*\.py)$/;

export const given: GivenCheck = {
  names: ['EMAIL_HOST', 'MAIL_SERVER', 'smtp_settings', 'delivery_method'],
  breach: ({ holder, value, enclosure }: GivenFact, { path }: FileView): Breach | undefined => {
    if (enclosure.typeOnly || DEVELOPMENT.test(path)) return undefined;
    const said = textOf(value);
    if (holder.name === 'delivery_method' && holder.owner !== 'action_mailer') return undefined;
    if (holder.name === 'delivery_method')
      return said === 'sendmail'
        ? { range: value.range, words: { what: LOCAL_MAIL }, ...chosen(enclosure) }
        : undefined;
    if (!/^(?:EMAIL_HOST|MAIL_SERVER|smtp_settings)$/.test(holder.name)) return undefined;
    const literal = literalIn(holder.name === 'smtp_settings' ? property(value, 'address') : value);
    if (!literal || !isLoopback(hostOf(literal.text))) return undefined;
    const moved = { range: literal.range, name: 'SMTP_HOST', cast: 'string', keepAsFallback: false } as const;
    return { range: literal.range, words: { what: LOCAL_MAIL }, literal: moved };
  },
};

export const entries: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)config\/database\.ya?ml(?:\.erb)?$/,
    at: /^(?:production|staging)\.(?:\w+\.)?(?:socket|host)$/,
    breach: ({ value, range }) => {
      const what = /^[/]/.test(value) ? localService(value) : undefined;
      return what === undefined ? undefined : { range, words: { what } };
    },
  },
  {
    files: /(?:^|\/)config\/packages\/(?:prod\/)?mailer\.ya?ml$/,
    at: /^(?:when@prod\.)?framework\.mailer\.dsn$/,
    breach: ({ value, range }) =>
      /^(?:sendmail|native):\/\//.test(value) ? { range, words: { what: LOCAL_MAIL } } : undefined,
  },
];
