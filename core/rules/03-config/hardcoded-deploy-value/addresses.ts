import type { GivenFact, StringFact, Value } from '../../../facts/fact';
import { property } from '../../../facts/values';
import { envNameFor } from '../../../fix/env-name';
import { wordsOf } from '../../../names';
import type { Breach, FileView } from '../../../rule';
import { isStandIn } from '../../../values/classify';
import { hostOf, isHost, isLoopback, isPrivate } from '../../04-backing-services/shared/hosts';
import { isPublicHost } from '../shared/fixed-hosts';

type Literal = Extract<Value, { kind: 'string' }>;

/** Names of settings that hold where the app itself is found. */
const OWN =
  /^(?:(?:site|app|public|frontend|front_end|client|web|website|canonical|portal|host)_(?:base_)?(?:url|uri|host|domain|origin)|(?:\w+_)?(?:callback|redirect|redirection|webhook|return)_(?:url|uri)|(?:asset|assets|cdn|static|media)_(?:host|url|domain)|allowed_hosts?|(?:csrf_)?trusted_origins|(?:cors_)?(?:allowed_|allow_)?origins?(?:_whitelist)?|cors_(?:allowed_)?origins?|server_name|(?:session_)?cookie_domain|canonical_(?:host|url))$/;
/** So many things have a base address that the file must be one of settings. */
const BASE = /^(?:base|root|server|default)_(?:url|uri)$/;
const SETTINGS =
  /(?:^|\/)(?:settings?|config(?:uration|s)?|constants?|environments?|env|defaults?)(?:[./_-]|$)/i;

/** Domains under which platforms give each deploy a name of its own. */
export const DEPLOY_DOMAINS = [
  ...['.amazonaws.com', '.cloudfront.net', '.elasticbeanstalk.com', '.herokuapp.com', '.azurewebsites.net'],
  ...[
    '.blob.core.windows.net',
    '.azureedge.net',
    '.cloudapp.azure.com',
    '.windows.net',
    '.run.app',
    '.appspot.com',
  ],
  ...[
    '.firebaseio.com',
    '.web.app',
    '.vercel.app',
    '.netlify.app',
    '.onrender.com',
    '.fly.dev',
    '.railway.app',
  ],
  ...['.ngrok.io', '.ngrok-free.app', '.supabase.co', '.digitaloceanspaces.com', '.ondigitalocean.app'],
];
const OF_DEPLOY =
  /^[\w-]+(?:\.[\w-]+)*\.(?:elasticbeanstalk\.com|cloudfront\.net|herokuapp\.com|azurewebsites\.net|(?:blob|queue|table|vault|database|servicebus)\.(?:core\.)?windows\.net|azureedge\.net|cloudapp\.azure\.com|run\.app|appspot\.com|firebaseio\.com|web\.app|vercel\.app|netlify\.app|onrender\.com|fly\.dev|railway\.app|ngrok\.io|ngrok-free\.app|supabase\.co|digitaloceanspaces\.com|ondigitalocean\.app)$/i;
const AMAZON =
  /^(?:[\w-]+\.s3[\w.-]*|[\w-]+\.(?:execute-api|rds|elb|es|cache|docdb)\.[\w.-]+|[\w.-]+\.elb)\.amazonaws\.com$/i;
const QUEUE = /^https:\/\/sqs\.[\w-]+\.amazonaws\.com\/\d{12}\//;
export const PRIVATE_MARKS = [
  '://10.',
  '://172.',
  '://192.168.',
  '.svc.cluster.local',
  '.internal',
  '.intranet',
  '.corp',
];

export const moved = (literal: Literal, name: string): NonNullable<Breach['literal']> => ({
  range: literal.range,
  name,
  cast: 'string',
  keepAsFallback: false,
});

/** A setting's name, its words in small letters with `_` between. */
export const wordy = (name: string): string => wordsOf(name).join('_');

/** Functions that give what stands in for settings that are not set. */
export const isDefaulting = (fn: string | undefined): boolean =>
  /^(?:default|defaults|get_?defaults?|set_?defaults?)$/i.test(fn ?? '');

/** The texts of a value: itself, or those of a list. */
export function textsIn(value: Value | undefined): Literal[] {
  if (value?.kind === 'string') return [value];
  return value?.kind === 'array' ? value.items.filter((one): one is Literal => one.kind === 'string') : [];
}

/** The address of one deploy: absolute, of a host that is neither this machine nor the same for all. */
export function ownAddress(value: Value | undefined): Literal | undefined {
  return textsIn(value).find(({ text }) => {
    const host = hostOf(text.replace(/^\*?\.(?=\w)/, ''));
    const isUrl = /^(?:https?|wss?):\/\//.test(text);
    const isName = /^\.?(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?$/i.test(text);
    if (
      text.includes('...') ||
      (!isUrl && !isName) ||
      !isHost(host) ||
      isLoopback(host) ||
      isPublicHost(host)
    )
      return false;
    return /\.[a-z]{2,}$/i.test(host) && !isStandIn(host) && !FILES.test(host);
  });
}
/** Names of files and packages look like those of hosts. */
const FILES =
  /\.(?:js|ts|json|ya?ml|py|rb|php|java|cs|rs|go|md|txt|html?|css|xml|png|jpe?g|svg|ico|log|conf|ini|lock|sh|map|vue|exe|zip|local|url|uri|host|name|port|key|path|id|enabled|value|class|type)$/i;

export function namedAddress(
  { holder, value, enclosure }: GivenFact,
  { path }: FileView,
): Breach | undefined {
  if (enclosure.typeOnly || holder.kind === 'parameter' || isDefaulting(enclosure.fn)) return undefined;
  const name = wordy(holder.name);
  if (!OWN.test(name) && !(BASE.test(name) && SETTINGS.test(path))) {
    const host = name === 'default_url_options' ? ownAddress(property(value, 'host')) : undefined;
    return (
      host && { range: host.range, words: { what: 'The host of the app' }, literal: moved(host, 'APP_HOST') }
    );
  }
  const literal = ownAddress(value);
  if (!literal || (BASE.test(name) && /^(?:https?:\/\/)?(?:api|rest|graph|www)\./i.test(literal.text)))
    return undefined;
  const words = { what: `The address in ${holder.name}` };
  const isList = value.kind === 'array';
  return {
    range: literal.range,
    words,
    ...(isList ? {} : { literal: moved(literal, envNameFor(holder, 'APP_URL')) }),
  };
}

const SAID =
  /(?:^|\.)(?:log|info|warn|warning|error|debug|print\w*|puts|echo|Error|Exception|match|test|startsWith|startswith|endsWith|includes|contains|raise|replace|split|indexOf|describe|it|expect)$/;

/** An address that a platform gave to one deploy, or one that only a private network knows. */
export function tellingAddress({
  value,
  fallback,
  holder,
  argumentOf,
  enclosure,
}: StringFact): Breach | undefined {
  if (fallback || enclosure.typeOnly || value.kind !== 'string' || SAID.test(argumentOf ?? ''))
    return undefined;
  if (!holder || holder.kind === 'parameter' || /[\s{}%]/.test(value.text)) return undefined;
  if (isDefaulting(enclosure.fn)) return undefined;
  const arn = ofArn(value);
  if (arn) return arn;
  const host = hostOf(value.text);
  const isUrl = /^(?:https?|wss?|tcp|udp|grpc):\/\/[^/]/.test(value.text);
  const literal = moved(value, envNameFor(holder, 'SERVICE_URL'));
  if (
    QUEUE.test(value.text) ||
    ((isUrl || /^[\w.-]+$/.test(value.text)) && (OF_DEPLOY.test(host) || AMAZON.test(host)))
  )
    return isStandIn(host.split('.')[0] ?? '')
      ? undefined
      : { range: value.range, words: { what: `The address of ${host}` }, literal };
  // What a client is given is a backing service, which is a rule of its own.
  if (!isUrl || argumentOf !== undefined || !isPrivate(host) || /\/\d{1,2}$/.test(value.text))
    return undefined;
  return { range: value.range, words: { what: `The private address ${host}` }, literal };
}

function ofArn(value: Literal): Breach | undefined {
  if (
    !/^arn:aws[\w-]*:[\w-]+:[\w-]*:\d{12}:/.test(value.text) ||
    /:(?:123456789012|(\d)\1{11}):/.test(value.text)
  )
    return undefined;
  return {
    range: value.range,
    words: { what: 'The account in this ARN' },
    literal: moved(value, 'RESOURCE_ARN'),
  };
}
