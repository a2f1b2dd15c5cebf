import { wordsOf } from '../names';

/**
 * What a name promises to hold: a password may be any short text, a key is made by a machine, and a token is one only
 * where its value shows it, since the word has other meanings.
 */
export type CredentialKind = 'password' | 'key' | 'token';

/** The last words of names, written together. */
const ENDINGS: ReadonlyMap<string, CredentialKind> = new Map([
  ...kinds(
    'password',
    'password passwd passwort kennwort pwd passphrase passcode contrasena senha motdepasse mdp',
  ),
  ...kinds(
    'password',
    'dbpass mailpass mysqlpass smtppass userpass authpass rootpass adminpass redispass ftppass sshpass',
  ),
  ...kinds(
    'key',
    `secret secretkey secretkeybase secrettoken apikey apisecret apitoken appsecret appkey accesskey accesskeyid
    secretaccesskey accesstoken authkey authtoken authsecret bearertoken clientsecret consumersecret cookiesecret
    cryptokey cryptkey csrfsecret encryptionkey encryptkey encryptionsecret hmackey hmacsecret hmac jwtsecret jwtkey
    licensekey licencekey masterkey masterpassword oauthtoken oauthsecret pat personalaccesstoken privatekey
    refreshtoken sessionsecret sessionkey sharedsecret sharedkey sharedaccesskey accountkey signaturekey signingkey
    signingsecret signsecret signkey servicekey storagekey subscriptionkey tokensecret webhooksecret webhookkey
    deploykey deploytoken bottoken authenticitytoken accesssecret usertoken pepper secrethash secretsalt symmetrickey
    aeskey rsakey`,
  ),
  ...kinds('token', 'token credential credentials auth authorization apipass pass'),
]);
const MOST_WORDS = 4;

/** Words that make the name speak about a credential instead of being one. */
const ABOUT = new Set(
  `update change input no has is are show hide forgot forgotten reset confirm confirmation invalid missing wrong public
  publishable placeholder label hash hashed csrf xsrf old new require requires required validate valid validator min max
  regex pattern strength mask use uses with without enable enabled disable disabled encrypted site next page cancellation
  continuation syntax type types field column header param parameter prompt text title message error errors hint help
  description desc key2label i18n msg tooltip locale example sample dummy fake mock test anti verify check should can
  cannot cant not bad incorrect expired fuzz enter repeat retype again generate generated random create delete remove
  set get on off recover recovery lost event route view page form url uri path`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

function kinds(kind: CredentialKind, names: string): (readonly [string, CredentialKind])[] {
  return names.split(/\s+/).map((name) => [name, kind] as const);
}

/** A number or a deploy's name after the credential's: `SECRET_KEY_2`, `dbPasswordProd`. */
function isSuffix(word: string): boolean {
  return /^(?:\d+|prod|production|live|staging|dev|development|default|value|hmac|str|string|b64|base64|hex|raw|plain|bytes)$/.test(
    word,
  );
}

/** Whether a name is that of a credential, by its last words: `dbPassword`, `STRIPE_SECRET_KEY`; not `passwordField`. */
export function credentialKind(name: string): CredentialKind | undefined {
  if (name.length > 120 || !/^[\w$.@:-]+$/.test(name)) return undefined;
  // NuGet's name for one that nobody encrypted.
  const words = wordsOf(name.replace(/clear_?text(?=_?password)/i, ''));
  while (words.length > 1 && isSuffix(words.at(-1) ?? '')) words.pop();
  if (words.some((word) => ABOUT.has(word))) return undefined;
  let joined = '';
  let found: CredentialKind | undefined;
  for (let count = 1; count <= Math.min(MOST_WORDS, words.length); count++) {
    joined = (words[words.length - count] ?? '') + joined;
    const kind = ENDINGS.get(joined);
    // The longer name says more: an access token is a key, where a token may be a word of a text.
    if (kind) found = kind;
  }
  return found;
}
