import { wordsOf } from '../../../names';
import { isPlaceholder } from '../../shared/placeholder';
import type { CredentialKind } from './credential-name';

const HASH =
  /^(?:\$2[abxy]?\$|\$argon2|\$pbkdf2|\{\w+\}|[a-z0-9_]+\$\d+\$|sha\d+[:$-]|ENC\(|ENC\[|vault:|arn:aws:|projects\/|op:\/\/|ssm:\/)/i;
const PUBLIC = /^-----BEGIN (?:PUBLIC KEY|CERTIFICATE)/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Letters in words, as keys of objects, routes, header names and message ids are written. */
const IDENTIFIER = /^[A-Za-z]+(?:[-_.:|,][A-Za-z]+)*[-_.:]?$/;
/** Several words with dashes between, numbers among them: the name of a feature, of a message. */
const DASHED = /^[a-z0-9]+(?:-[a-z0-9]+){3,}$/;
/** Rules of a validator: `required|string|max:255`. */
const VALIDATION = /^[a-z]\w*(?:\|[a-z][\w:,]*)+$/;
/** Letters beyond ASCII: the value is meant to be read. */
const READABLE = /[^ -~\s]/;

/** Whether a value held by a credential's name looks like a credential and not like text, a name or a stand-in. */
export function isCredentialValue(value: string, kind: CredentialKind, heldBy: string): boolean {
  const shortest = kind === 'password' ? 5 : 8;
  if (value.length < shortest || value.length > 500 || /\s/.test(value.trim()) || isPlaceholder(value))
    return false;
  if (
    HASH.test(value) ||
    PUBLIC.test(value) ||
    UUID.test(value) ||
    IDENTIFIER.test(value) ||
    DASHED.test(value) ||
    VALIDATION.test(value) ||
    READABLE.test(value) ||
    echoes(value, heldBy)
  )
    return false;
  if (/[<>[\]'"`(){}]/.test(value) || /^[./~]|^\w+:\/\//.test(value)) return false;
  return kind === 'password' ? distinct(value) >= 4 : entropy(value) >= 3;
}

/** The value only repeats the name that holds it: `PASSWORD: "user_password_1"`. */
function echoes(value: string, name: string): boolean {
  const words = new Set(wordsOf(name));
  const said = wordsOf(value).filter((word) => !/^\d+$/.test(word));
  return said.length > 0 && said.every((word) => words.has(word));
}

function distinct(value: string): number {
  return new Set(value).size;
}

/** Shannon entropy in bits a character. */
export function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}
