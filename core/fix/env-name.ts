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
/** Set by the shell or the system, and so never for an app to name its own value by. */
const TAKEN = new Set(
  `PATH HOME USER USERNAME LOGNAME SHELL PWD OLDPWD LANG LANGUAGE LC_ALL TERM TZ TMP TEMP TMPDIR HOST HOSTNAME HOSTTYPE
  OSTYPE EDITOR VISUAL PAGER DISPLAY MAIL IFS PS1 SHLVL UID EUID PPID COMSPEC WINDIR SYSTEMROOT APPDATA USERPROFILE
  NODE_OPTIONS NODE_PATH PYTHONPATH PYTHONHOME LD_PRELOAD LD_LIBRARY_PATH NODE_ENV`.split(/\s+/),
);
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

/** Whether the system gives a variable of this name a value that programs go by. */
export function isTakenName(name: string): boolean {
  return TAKEN.has(name.toUpperCase());
}

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
  if (!/^[A-Z_][A-Z0-9_]*$/.test(name)) return fallback;
  return isTakenName(name) ? `APP_${name}` : name;
}
