import type { Declaration, OnEnd, Readiness, SoftSignal } from './declarations';

/** What is wrong with a declared value, in words. */
export class DeclarationError extends Error {}

export type DeclarationKey = keyof typeof readers;

const onEnds: readonly OnEnd[] = ['leave', 'restart', 'stop-all'];
const signals: readonly SoftSignal[] = ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGUSR1', 'SIGUSR2'];
const longestGraceS = 3600;
const yes = new Set(['true', 'yes', 'on']);
const no = new Set(['false', 'no', 'off']);

/**
 * What may be declared of a process type: how the key is written in a comment, and what its value means.
 * The config file has the same keys in camel case.
 */
const readers = {
  ready: (text: string) => ({ ready: readinessOf(text) }),
  after: (text: string) => ({ after: wordsIn(text) }),
  'stop-signal': (text: string) => ({ stopSignal: signalOf(text) }),
  'stop-grace': (text: string) => ({ graceMs: graceOf(text) }),
  'on-end': (text: string) => ({ onEnd: onEndOf(text) }),
  'restart-on': (text: string) => ({ restartOn: wordsIn(text) }),
  'one-shot': (text: string) => ({ oneShot: flagOf(text) }),
  terminal: (text: string) => ({ terminal: flagOf(text) }),
  folder: (text: string) => ({ folder: folderOf(text) }),
} satisfies Record<string, (text: string) => Declaration>;

export const declarationKeys: readonly string[] = Object.keys(readers);

export function isDeclarationKey(key: string): key is DeclarationKey {
  return Object.hasOwn(readers, key);
}

/** @throws DeclarationError where the value is none for the key */
export function readDeclared(key: DeclarationKey, text: string): Declaration {
  return readers[key](text.trim());
}

/** `leave`, `restart` or `stop-all`. @throws DeclarationError */
export function onEndOf(text: string): OnEnd {
  return oneOf(onEnds, text);
}

function readinessOf(text: string): Readiness {
  const [kind = ''] = text.split(/[ \t]/, 1);
  const rest = text.slice(kind.length).trim();
  if (kind === 'port' && rest === '') return { kind };
  if (kind === 'http') {
    const path = rest === '' ? '/' : rest;
    if (path.startsWith('/') && !/\s/.test(path)) return { kind, path };
  }
  const quoted = /^"([^"]+)"$/.exec(rest)?.[1] ?? rest;
  if (kind === 'log' && quoted !== '') return { kind, text: quoted };
  throw new DeclarationError('Write `port`, `http /path` or `log "text"`.');
}

function wordsIn(text: string): readonly string[] {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length === 0) throw new DeclarationError('Write one or more names.');
  return words;
}

function signalOf(text: string): SoftSignal {
  const name = text.toUpperCase();
  return oneOf(signals, name.startsWith('SIG') ? name : `SIG${name}`);
}

function graceOf(text: string): number {
  const seconds = /^\d{1,4}(?:\.\d{1,3})?$/.test(text) ? Number(text) : -1;
  if (seconds >= 0 && seconds <= longestGraceS) return seconds * 1000;
  throw new DeclarationError(`Write seconds, from 0 to ${longestGraceS}.`);
}

function flagOf(text: string): boolean {
  const word = text.toLowerCase();
  if (yes.has(word)) return true;
  if (no.has(word)) return false;
  throw new DeclarationError('Write `yes` or `no`.');
}

/** A folder of the app: nothing leads out of it. */
function folderOf(text: string): string {
  const parts = text.split('/').filter((part) => part !== '' && part !== '.');
  const outside = text.startsWith('/') || /[\\:\0]/.test(text) || parts.includes('..');
  if (!outside) return parts.join('/');
  throw new DeclarationError('Write a folder within the app.');
}

function oneOf<T extends string>(choices: readonly T[], text: string): T {
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  throw new DeclarationError(`Write one of ${choices.map((choice) => `\`${choice}\``).join(', ')}.`);
}
