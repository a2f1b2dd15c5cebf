import type { Range } from '../../../text';
import { classifyValue, isStandIn } from '../../../values/classify';
import { credentialEvidence } from '../../../values/credential';
import { tokenAt } from '../../../values/tokens/find';
import { LOGIN_FILES, loginsIn } from '../shared/logins';

/** A kind of file that is there to keep a secret. */
export interface SecretKind {
  /** What the message says of it: `it holds …`. */
  readonly holds: string;
  readonly files: readonly RegExp[];
  /** Where the secret stands; undefined where the file holds none. The text of a binary file is empty. */
  find(text: string, path: string): Range | undefined;
  /** It is locked by a password, or says less than a secret in the clear. */
  readonly isLocked?: boolean;
}

const START: Range = { start: 0, end: 0 };
const KEY_MARKS = ['-----BEGIN ', 'PuTTY-User-Key-File-', 'AGE-SECRET-KEY-1'];
/** Enough for any row of certificates before the key. */
const LONGEST = 200_000;

/** The first line of the first private key that can be read without a password. */
function privateKey(text: string): Range | undefined {
  const part = text.slice(0, LONGEST);
  for (const mark of KEY_MARKS)
    for (let at = part.indexOf(mark); at >= 0; at = part.indexOf(mark, at + mark.length)) {
      const token = tokenAt(part, at, mark);
      if (token) return { start: token.start, end: token.end };
    }
  return undefined;
}

/** What the first group of a pattern holds, where that is meant; its range is that of the group. */
function held(text: string, pattern: RegExp): Range | undefined {
  for (const match of text.matchAll(pattern)) {
    const value = match[1] ?? '';
    if (value === '' || isStandIn(value)) continue;
    const start = match.index + match[0].lastIndexOf(value);
    return { start, end: start + value.length };
  }
  return undefined;
}

/** The first value that is a credential by its name and its look. */
function namedCredential(text: string): Range | undefined {
  for (const match of text.slice(0, LONGEST).matchAll(PAIR)) {
    const [whole, name = '', value = ''] = match;
    if (credentialEvidence(name, value) !== 'certain') continue;
    const start = match.index + whole.lastIndexOf(value);
    return { start, end: start + value.length };
  }
  return undefined;
}

const PAIR =
  /(?:^|[{,])[ \t]{0,40}["']?([A-Za-z_][\w.-]{1,60})["']?[ \t]{0,10}[:=][ \t]{0,10}["']?([^\s"',]{5,300})/gm;
const CLIENT_SECRET = /"client_secret"[ \t]{0,10}:[ \t]{0,10}"([^"\s]{10,200})"/g;
const PASSWORD_HASH =
  /^[^\s:#]{1,100}:(\$(?:apr1|2[abxy]?|5|6)\$\S{20,120}|\{SHA\}\S{20,60}|[./A-Za-z0-9]{13})[ \t\r]*$/gm;
/** What Terraform marks as a secret by its name, and writes down all the same. */
const STATE_SECRET =
  /"(?:\w{0,40}password|\w{0,40}secret\w{0,20}|private_key\w{0,20}|access_key|token|connection_string)"[ \t]{0,10}:[ \t]{0,10}"([^"\s]{6,4000})"/g;
const SERVICE_ACCOUNT = /"type"[ \t]{0,10}:[ \t]{0,10}"service_account"/;
/** Certificates alone, and what everyone has who develops for Android. */
const PUBLIC_STORE = /(?:^|[/._-])(?:trust\w*|cacerts?|ca|public|debug)(?=[/._-])|truststore/i;

/** The first kind that finds its secret counts. */
export const KINDS: readonly SecretKind[] = [
  {
    holds: 'the key to the app’s encrypted credentials',
    files: [/(?:^|\/)config\/(?:master|credentials\/[\w-]+)\.key$/],
    find: (text) => held(text, /^\s*([0-9a-f]{32,64})\s*$/g),
  },
  {
    holds: 'a private key',
    files: [
      /\.(?:pem|key|ppk|pk8|pkcs8|p8)$/,
      /(?:^|\/)(?:id|ssh_host|[\w.-]+)_(?:rsa|dsa|ecdsa|ed25519)(?:_key)?$/,
    ],
    find: privateKey,
  },
  {
    holds: 'a key',
    files: [/\.key$/],
    find: (text) => {
      const range = held(text, /^\s*(\S{16,400})\s*$/g);
      return range && classifyValue(text.slice(range.start, range.end)).class === 'random'
        ? range
        : undefined;
    },
  },
  {
    holds: 'the key of a Google service account',
    files: [
      /(?:service[-_]?account|firebase[-_]?admin|credentials?|gcp|gcloud|google)[\w.-]*\.json$/i,
      /-[0-9a-f]{12}\.json$/,
    ],
    find: (text) => (SERVICE_ACCOUNT.test(text) ? privateKey(text) : undefined),
  },
  {
    holds: 'the secret of an OAuth client',
    files: [/(?:^|\/)client[-_]?secrets?[\w.-]*\.json$/i, /(?:^|\/)credentials\.json$/],
    // What is installed on the machines of users keeps no secret from them.
    find: (text) => (text.includes('"installed"') ? undefined : held(text, CLIENT_SECRET)),
  },
  { holds: 'a login', files: LOGIN_FILES, find: (text, path) => loginsIn(path, text)[0] },
  {
    holds: 'a login',
    files: [/(?:^|\/)\.git-credentials$/],
    find: (text) => held(text, /^https?:\/\/[^\s:@/]{0,200}:([^\s@/]{5,300})@/gm),
  },
  {
    holds: 'credentials',
    files: [
      /(?:^|\/)\.?(?:secrets?|credentials?)(?:\.(?:json|toml|ini|properties|txt))?$/,
      /[-_.]credentials?\.json$/,
    ],
    find: namedCredential,
  },
  {
    holds: 'the password of an Ansible vault',
    files: [/(?:^|\/)\.?vault[-_]?pass(?:word)?(?:\.txt)?$/],
    find: (text) => held(text, /^\s*([^\s#!$]\S{4,200})\s*$/g),
  },
  {
    holds: 'secrets, as Terraform writes its state in the clear',
    files: [/\.tfstate(?:\.backup)?$/],
    find: (text) => held(text, STATE_SECRET),
  },
  {
    holds: 'hashes of passwords, which can be tried at home,',
    files: [/(?:^|\/)\.?htpasswd$/],
    find: (text) => held(text, PASSWORD_HASH),
    isLocked: true,
  },
  {
    holds: 'keys behind a password, which can be tried at home,',
    files: [/\.(?:jks|keystore|p12|pfx|pkcs12|bcfks|kdbx)$/],
    find: (_text, path) => (PUBLIC_STORE.test(path) ? undefined : START),
    isLocked: true,
  },
];
