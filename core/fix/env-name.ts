import type { Holder } from '../facts/fact';
import { wordsOf } from '../names';

/** Names that say too little without what they belong to. */
const VAGUE = new Set([
  'password',
  'passwd',
  'pass',
  'pwd',
  'user',
  'username',
  'host',
  'url',
  'uri',
  'key',
  'secret',
  'token',
  'name',
  'value',
  'port',
  'auth',
  'connection',
  'string',
  'path',
]);
const IDLE_OWNERS = new Set([
  'this',
  'self',
  'config',
  'settings',
  'options',
  'opts',
  'app',
  'default',
  'module',
  'exports',
  'process',
  'env',
  'params',
  'args',
]);

/**
 * The name of an environment variable for what a literal is given to: `dbPassword` → `DB_PASSWORD`,
 * `mail.password` → `MAIL_PASSWORD`. `fallback` serves where nothing has a name.
 */
export function envNameFor(holder: Holder | undefined, fallback: string): string {
  if (!holder) return fallback;
  const words = wordsOf(holder.name);
  const owner = wordsOf(holder.owner ?? '');
  const vague = words.length === 1 && VAGUE.has(words[0] ?? '');
  const all = vague && owner.length > 0 && !IDLE_OWNERS.has(owner.join('')) ? [...owner, ...words] : words;
  const name = all.join('_').toUpperCase();
  return /^[A-Z_][A-Z0-9_]*$/.test(name) ? name : fallback;
}
