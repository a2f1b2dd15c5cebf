import { wordsOf } from '../names';
import { classifyValue } from './classify';
import { type CredentialKind, credentialKind } from './credential-name';
import { distinct, entropy } from './shape';

/** How sure it is that a named value is a credential. */
export type Evidence = 'certain' | 'likely';

const SHORTEST: Readonly<Record<CredentialKind, number>> = { password: 5, key: 8, token: 16 };
const LONGEST = 500;

/** How sure it is that what a name holds is a credential: by the name's words and the value's look. */
export function credentialEvidence(name: string, value: string): Evidence | undefined {
  const kind = credentialKind(name);
  return kind && evidenceOf(value, kind, name);
}

/** The same for a name of a known kind. */
export function evidenceOf(value: string, kind: CredentialKind, name: string): Evidence | undefined {
  const text = value.trim();
  if (text.length < SHORTEST[kind] || text.length > LONGEST || isNamesAlone(text)) return undefined;
  const verdict = classifyValue(text);
  if (verdict.class === 'private-key' || verdict.class === 'token') return 'certain';
  if (verdict.class === 'random') return echoes(text, name) ? undefined : 'certain';
  if (verdict.class !== 'opaque' || kind === 'token' || echoes(text, name)) return undefined;
  return opaque(text, kind);
}

/** What may be a password or key as well as a word that nobody knows. */
function opaque(text: string, kind: CredentialKind): Evidence | undefined {
  if (/[<>[\]'"`(){}]/.test(text) || /^[./~]/.test(text)) return undefined;
  const isMixed = /\d/.test(text) && /[A-Za-z]/.test(text);
  if (kind === 'password') return distinct(text) >= 4 ? (isMixed ? 'certain' : 'likely') : undefined;
  return entropy(text) >= 3 ? (isMixed ? 'certain' : 'likely') : undefined;
}

/** `GitHubId=…;GoogleId=…`: a list in which nothing goes by a name of a credential. */
const PAIRS = /^[A-Za-z]\w{0,60}=[^;=]{1,200}(?:;[A-Za-z]\w{0,60}=[^;=]{1,200}){1,20};?$/;

function isNamesAlone(value: string): boolean {
  return (
    PAIRS.test(value) &&
    value.split(';').every((pair) => credentialKind(pair.slice(0, pair.indexOf('=')).trim()) === undefined)
  );
}

/** The value only repeats the name that holds it: `PASSWORD: "user_password_1"`. */
function echoes(value: string, name: string): boolean {
  const words = new Set(wordsOf(name));
  const said = wordsOf(value).filter((word) => !/^\d+$/.test(word));
  return said.length > 0 && said.every((word) => words.has(word));
}
