import { wordsOf } from '../../../names';

/** What a name promises to hold: a password may be any short text, a key or token is made by a machine. */
export type CredentialKind = 'password' | 'key';

const PASSWORDS = new Set(['password', 'passwd', 'pwd', 'passphrase']);
const KEYS: readonly (readonly string[])[] = [
  'secret',
  'secret key',
  'secret key base',
  'api key',
  'apikey',
  'access key',
  'access key id',
  'secret access key',
  'private key',
  'encryption key',
  'master key',
  'signing key',
  'hmac key',
  'auth key',
  'auth token',
  'access token',
  'refresh token',
  'bearer token',
  'api token',
  'client secret',
].map((name) => name.split(' '));
/** Words that make the name speak about a credential instead of being one. */
const ABOUT = new Set(
  'update change input no has is show hide forgot reset confirm invalid missing wrong public placeholder label hash hashed csrf xsrf old new require requires validate min max regex pattern strength mask use with without enable disable'.split(
    ' ',
  ),
);

/** A number or a deploy's name after the credential's: `SECRET_KEY_2`, `dbPasswordProd`. */
function isSuffix(word: string): boolean {
  return /^(?:\d+|prod|production|live|staging|dev|development|default|value|hmac)$/.test(word);
}

/** Whether a name is that of a credential, by its last words: `dbPassword`, `STRIPE_SECRET_KEY`; not `passwordField`. */
export function credentialKind(name: string): CredentialKind | undefined {
  if (!/^[\w$.-]+$/.test(name)) return undefined;
  const words = wordsOf(name);
  while (words.length > 1 && isSuffix(words.at(-1) ?? '')) words.pop();
  if (words.some((word) => ABOUT.has(word))) return undefined;
  if (PASSWORDS.has(words.at(-1) ?? '')) return 'password';
  return KEYS.some((key) => key.every((word, index) => words[words.length - key.length + index] === word))
    ? 'key'
    : undefined;
}
