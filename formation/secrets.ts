/** Names that promise a secret, whole or as a part between `_`. */
const secretName =
  /(?:^|_)(?:SECRETS?|PASSWORD|PASSWD|PASSPHRASE|PWD|PASS|TOKEN|APIKEY|KEY|KEYS|CREDENTIALS?|DSN|PRIVATE|SALT|SIGNATURE)(?:_|$)/i;
const publicName = /(?:^|_)(?:PUBLIC|PUBLISHABLE)(?:_|$)/i;

/** `scheme://user:password@host` */
const password = /^[a-z][a-z0-9+.-]{0,30}:\/\/[^/?#@:]*:([^/?#@]+)@/i;

/** Values that say nothing, and that would mask every log. */
const plain =
  /^(?:true|false|yes|no|on|off|null|none|undefined|\d{1,7}|development|production|staging|test|localhost)$/i;

const shortest = 6;

/** The variables whose values are not for a log: by their name, or because they are a URL with a password in it. */
export function secretNamesOf(env: Iterable<readonly [name: string, value: string]>): string[] {
  const names: string[] = [];
  for (const [name, value] of env) {
    if (value.length < shortest || plain.test(value)) continue;
    if ((secretName.test(name) && !publicName.test(name)) || password.test(value)) names.push(name);
  }
  return names;
}

/** What is to be masked of a secret value: all of it, each of its lines, and the password of a URL. */
export function maskedPartsOf(value: string): string[] {
  const lines = value.split(/\r\n|\r|\n/);
  const found = password.exec(value)?.[1];
  const parts = [
    value,
    ...(lines.length > 1 ? lines : []),
    ...(found === undefined ? [] : [found, decoded(found)]),
  ];
  return parts.filter((part) => part.length >= shortest && !plain.test(part));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
