import { HOLE } from '../facts/fact';
import type { Shape } from './shape';
import type { ValueVerdict } from './value-class';

/** One form in which a value says what it is; `starts` are its first characters, by which it is found. */
interface Form extends ValueVerdict {
  readonly is: RegExp;
}

/** Forms by the first character of a value; those of `any` are tried for all values. */
const FORMS: readonly (Form & { readonly first: string })[] = [
  {
    first: '$',
    class: 'hash',
    because: 'the form of a password hash',
    is: /^\$(?:2[abxy]?|argon2\w*|pbkdf2[\w-]*|scrypt|s\d|[156y]|apr1|P|H)\$/,
  },
  { first: '$', class: 'encrypted', because: 'the form of an Ansible vault', is: /^\$ANSIBLE_VAULT;/ },
  { first: '$', class: 'reference', because: 'the name of a variable', is: /^\$(?:[A-Za-z_{(]|env:)/ },
  {
    first: '%',
    class: 'reference',
    because: 'the name of a variable',
    is: /^%(?:\w[\w.-]*%|env\(|\(\w+\)s|[sdv@]$|\{)/,
  },
  {
    first: '@',
    class: 'reference',
    because: 'the form of a reference',
    is: /^@(?:\w+\/[\w.]+$|Microsoft\.KeyVault\(|\w[\w.-]*@$|[\w.]+\()/,
  },
  { first: '#', class: 'reference', because: 'the form of a template', is: /^#\{/ },
  { first: '<', class: 'reference', because: 'the form of a template', is: /^<[%?]/ },
  { first: '<', class: 'placeholder', because: 'it stands in angle brackets', is: /^<[^<>]*>$/ },
  { first: '[', class: 'placeholder', because: 'it stands in brackets', is: /^\[[^[\]]*\]$/ },
  {
    first: '{',
    class: 'hash',
    because: 'the form of a password hash',
    is: /^\{(?:S?SHA\d*|bcrypt|argon2\w*|pbkdf2\w*|scrypt|MD5|SMD5|CRYPT)\}/i,
  },
  {
    first: '{',
    class: 'encrypted',
    because: 'the mark of an encrypted value',
    is: /^\{(?:cipher|aes|enc\w*|xor)\}/i,
  },
  { first: '{', class: 'reference', because: 'the form of a template', is: /^\{\{|^\{[\w.:-]+\}$/ },
  { first: '*', class: 'placeholder', because: 'it is masked', is: /^\*+$/ },
  { first: ':', class: 'reference', because: 'the form of a parameter', is: /^:[A-Za-z_]\w*$/ },
  { first: '?', class: 'reference', because: 'the form of a parameter', is: /^\?$/ },
  {
    first: '-',
    class: 'private-key',
    because: 'the lines around a private key',
    is: /^-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----\s*[A-Za-z0-9+/=:\s\\,-]{60}/,
  },
  {
    first: '-',
    class: 'encrypted',
    because: 'the lines around an encrypted message',
    is: /^-----BEGIN (?:PGP MESSAGE|AGE ENCRYPTED FILE|PKCS7|ENCRYPTED PRIVATE KEY)-----/,
  },
  {
    first: '-',
    class: 'public',
    because: 'the lines around a public key or a certificate',
    is: /^-----BEGIN (?:(?:\w+ )*PUBLIC KEY|CERTIFICATE|(?:PGP )?SIGNATURE|SSH2 PUBLIC)/,
  },
  {
    first: 'Aa',
    class: 'reference',
    because: 'the name of a secret that is kept elsewhere',
    is: /^arn:aws[\w-]*:(?:secretsmanager|ssm|kms):/i,
  },
  { first: 'Aa', class: 'public', because: 'the name of a resource of AWS', is: /^arn:aws[\w-]*:/i },
  {
    first: 'Ee',
    class: 'encrypted',
    because: 'the mark of an encrypted value',
    is: /^(?:ENC[([]|encrypted:|enc:)/i,
  },
  {
    first: 'EeRrOoGgPpSsVvCcKk',
    class: 'reference',
    because: 'code or a name that reads the value from elsewhere',
    is: /^(?:env[:.([]|ENV\[|ref\+|op:\/\/|getenv\(|process\.env\b|os\.(?:environ|getenv)|projects\/[^/]+\/secrets\/|ssm:|secrets?\.[\w.]+$|secretsmanager:|sm:\/\/|sops:|vault:|vault\.|consul:|keyvault:|kv:|credhub:|keychain:|settings\.\w+$|config\.\w+(?:\.\w+)*$|System\.getenv)/,
  },
  { first: 'g', class: 'encrypted', because: 'the form of a Fernet message', is: /^gAAAAA[\w-]{70,}={0,2}$/ },
  {
    first: 'bps',
    class: 'hash',
    because: 'the form of a password hash or a digest',
    is: /^(?:pbkdf2\w*|bcrypt\w*|scrypt|sha\d+)[:$]|^sha\d{1,3}-|^pbkdf2_/,
  },
  { first: 'am', class: 'hash', because: 'the form of a password hash', is: /^(?:argon2\w*|md5)[:$]/ },
  {
    first: 'ces',
    class: 'public',
    because: 'the form of a public key of SSH',
    is: /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+) AAAA/,
  },
  { first: 'p', class: 'public', because: 'the form of a publishable key', is: /^pk[._](?:live|test|eyJ)/ },
  {
    first: 'p',
    class: 'public',
    because: 'the form of a project key of PostHog, which every page shows',
    is: /^phc_[A-Za-z0-9]{20,}$/,
  },
  {
    first: 'xyzuvt',
    class: 'public',
    because: 'the form of an extended public key',
    is: /^[xyzuvt]pub[1-9A-HJ-NP-Za-km-z]{80,}$/,
  },
  {
    first: 'UG',
    class: 'public',
    because: 'the form of an id of analytics',
    is: /^(?:UA-\d{4,10}-\d{1,4}|G-[A-Z0-9]{8,12}|GTM-[A-Z0-9]{4,9})$/,
  },
];

const BY_FIRST = byFirst();

/** By the code of the character, all of ASCII. */
function byFirst(): readonly (readonly Form[])[] {
  return Array.from({ length: 128 }, (_, code) =>
    FORMS.filter(({ first }) => first.includes(String.fromCharCode(code))),
  );
}

const UUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const RAILS_SEALED = /^[A-Za-z0-9+/]{20,}={0,2}--[A-Za-z0-9+/]{12,}={0,2}--[A-Za-z0-9+/]{12,}={0,2}$/;

/** The form of a value that says what it is by its first characters; undefined where it has none. */
export function formOf(text: string, shape: Shape): ValueVerdict | undefined {
  for (const form of BY_FIRST[text.charCodeAt(0)] ?? []) if (form.is.test(text)) return form;
  if ((shape.braces + shape.beyondAscii > 0 || shape.signs > 1) && isTemplate(text))
    return { class: 'reference', because: 'a part of it is filled in when it is used' };
  if ((text.length === 36 || text.length === 38) && UUID.test(text))
    return { class: 'public', because: 'the form of a UUID, which is an id' };
  if (text.length > 44 && shape.joins > 3 && text.includes('--') && RAILS_SEALED.test(text))
    return { class: 'encrypted', because: 'the form of sealed credentials' };
  if (shape.joins > 2 && text.endsWith('.apps.googleusercontent.com'))
    return { class: 'public', because: 'the form of a client id' };
  return undefined;
}

/** Holes of the language or of a template engine. */
function isTemplate(text: string): boolean {
  return (
    (text.includes('{') &&
      (text.includes('${') || text.includes('{{') || text.includes('#{') || text.includes('{%'))) ||
    text.includes('<%') ||
    text.includes('$(') ||
    text.includes(HOLE)
  );
}
