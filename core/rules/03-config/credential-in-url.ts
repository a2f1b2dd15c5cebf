import { isEnvFile, isExampleEnvFile, isProcfile } from '../../facts/app-files';
import { envNameFor } from '../../fix/env-name';
import {
  type Breach,
  defineRule,
  type FileView,
  type Severity,
  type Sighting,
  type SightingPlace,
} from '../../rule';
import { readUrlWithPassword, type UrlWithPassword } from '../../values/url';
import { passwordInUrl } from '../../values/url-password';
import { isLoopback, SCHEMES } from '../04-backing-services/shared/locator';
import { PROSE_AND_KEYS } from './shared/secret-files';

const LONGEST_SCHEME = 30;
const LONGEST_URL = 800;
const SCHEME = /[a-z][a-z0-9+.-]{0,30}$/i;
/** What ends an address in any kind of text. */
const END = /[\s"'`<>|\\^]|[),;\]}](?=[\s"'`)\]};,]|$)/;
/** Hosts of texts that show how an address is written. */
const SHOWN =
  /^(?:host|hostname|server|domain|address|ip|your[-_.]?\w*|my[-_.]?\w*|\w*example\w*|.*\.example|.*\bexample\.\w+|.*\.(?:test|invalid|localhost)|\.\.\.|x+|\*+|foo|bar|baz)$/i;
/** A name without a dot is found in the network of containers alone. */
const SERVICE = /^[\w-]+$/;

export default defineRule({
  id: 'config/credential-in-url',
  title: 'Password in a URL',
  severity: 'error',
  message:
    'A password stands in this URL, for everyone who can read the repository. Take the whole URL from an environment variable, and replace the password where it is in use.',
  skip: ['generated', 'vendored'],
  secret: true,
  texts: { literals: ['://'], files: PROSE_AND_KEYS, find, breach: judge },
});

function find(text: string, at: number): Sighting | undefined {
  const scheme = SCHEME.exec(text.slice(Math.max(0, at - LONGEST_SCHEME), at))?.[0];
  const start = at - (scheme ?? '').length;
  if (scheme === undefined || /[\w$]/.test(text.charAt(start - 1))) return undefined;
  const rest = text.slice(start, start + LONGEST_URL);
  const url = readUrlWithPassword(rest);
  const evidence = url && evidenceIn(url, rest);
  if (!evidence) return undefined;
  const end = rest.search(END);
  return { range: { start, end: start + (end < 0 ? rest.length : end) }, about: `${evidence} ${url.scheme}` };
}

/** `local`: it opens nothing outside of this machine and its containers. */
type Evidence = 'certain' | 'likely' | 'local';

function evidenceIn({ user, password, host }: UrlWithPassword, rest: string): Evidence | undefined {
  if (host === '' || SHOWN.test(host) || /[<>{}$%*+()]/.test(host)) return undefined;
  const path = rest.slice(rest.indexOf(host) + host.length);
  const found = passwordInUrl(password, user, host, path);
  if (!found) return undefined;
  if (isLoopback(host) || SERVICE.test(host)) return found === 'strong' ? 'local' : undefined;
  return found === 'strong' ? 'certain' : 'likely';
}

function judge(
  { range, about }: Sighting,
  place: SightingPlace | undefined,
  file: FileView,
): Breach | undefined {
  if (isProcfile(file.path) || (isEnvFile(file.path) && !isExampleEnvFile(file.path))) return undefined;
  const isApart = file.class === 'test' || file.class === 'example' || place?.inTest === true;
  const [evidence = '', scheme = ''] = about.split(' ');
  if (place?.inComment || (evidence !== 'certain' && isApart)) return undefined;
  if (evidence === 'local' && place?.string?.fallback) return undefined;
  const string = place?.string?.value;
  const isWhole = string?.kind === 'string' && string.text.length === range.end - range.start;
  return {
    range: isWhole ? string.range : range,
    severity: isApart ? 'information' : (LEVELS[evidence] ?? 'error'),
    ...(isWhole ? { literal: literalOf(string.range, scheme, place) } : {}),
    // Of a file that is filled from the environment.
    ...(place ? {} : { literal: literalOf(range, scheme, place) }),
  };
}

const LEVELS: Readonly<Record<string, Severity>> = { local: 'information', likely: 'warning' };

function literalOf(
  range: Breach['range'],
  scheme: string,
  place: SightingPlace | undefined,
): NonNullable<Breach['literal']> {
  const known = SCHEMES.get(scheme) ?? SCHEMES.get(scheme.replace(/\+.*$/, ''));
  const name = known ?? envNameFor(place?.string?.holder, 'SERVICE_URL');
  return { range, name, cast: 'string', keepAsFallback: false };
}
