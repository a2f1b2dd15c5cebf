import type { EnvRead } from '../../facts/fact';

const NEAR = 160;

/** How the text around a read shows that the program goes on without the variable. */
export interface Tolerance {
  /** What stands right behind the read: an alternative, a comparison, a test. */
  readonly after: RegExp;
  /** What stands right before it: `if (`, a call that asks whether it is there. */
  readonly before?: RegExp;
  /** A test that it is missing, right before it; what then ends the program makes it required. */
  readonly missing?: RegExp;
}

const ENDS = /\b(?:throw|raise|panic|exit|abort|die|Fatal\w*|\w*Error)\b|\bassert/;

export function readOf(name: string, start: number, hasDefault = false): EnvRead {
  return { name, range: { start, end: start + name.length }, ...(hasDefault ? { hasDefault } : {}) };
}

/** A read of a variable whose name the code spells in another way: `apiBase` for `NUXT_PUBLIC_API_BASE`. */
export function derivedRead(name: string, spelt: string, start: number, hasDefault = false): EnvRead {
  const range = { start, end: start + spelt.length };
  return { name, range, derived: true, ...(hasDefault ? { hasDefault } : {}) };
}

/** Whether the program goes on without the variable that the text from `start` to `end` reads. */
export function goesOn(text: string, start: number, end: number, tolerance: Tolerance): boolean {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  if (tolerance.missing?.test(before)) return !ENDS.test(after);
  return tolerance.after.test(after) || (tolerance.before?.test(before) ?? false);
}

/** The matches of a pattern in a text that holds one of some words; most texts hold none of them. */
export function* matches(text: string, words: readonly string[], pattern: RegExp): Iterable<RegExpExecArray> {
  if (words.some((word) => text.includes(word))) yield* text.matchAll(pattern);
}

/** The start of a group that stands once, at the end or before closing signs, in its match. */
export function startOf(match: RegExpExecArray, part: string): number {
  return match.index + match[0].lastIndexOf(part);
}

export interface Key {
  readonly name: string;
  readonly start: number;
  /** The text of its value. */
  readonly value: string;
}

const LONGEST = 20_000;
const KEY = /["'`]?([A-Za-z_$][\w$]*)["'`]?\??\s*[:=](?!=)/y;

/** The keys of the object, or the keywords of the arguments, that open at a place; strings and comments are passed over. */
export function keysFrom(text: string, open: number): Key[] {
  const keys: Key[] = [];
  const last = Math.min(text.length, open + LONGEST);
  let depth = 0;
  let current: { name: string; start: number; from: number } | undefined;
  let expected = true;
  const close = (at: number): void => {
    if (current) keys.push({ name: current.name, start: current.start, value: text.slice(current.from, at) });
    current = undefined;
  };
  for (let at = open; at < last; at++) {
    const character = text.charAt(at);
    if (depth === 1 && expected && /[\w$"'`]/.test(character)) {
      KEY.lastIndex = at;
      const match = KEY.exec(text);
      expected = false;
      if (match) {
        const name = match[1] ?? '';
        current = { name, start: at + match[0].indexOf(name), from: at + match[0].length };
        at += match[0].length - 1;
        continue;
      }
    }
    if (/["'`]/.test(character)) at = pastString(text, at, character);
    else if (isComment(text, at)) at = text.indexOf('\n', at) < 0 ? last : text.indexOf('\n', at);
    else if (/[([{]/.test(character)) depth++;
    else if (/[)\]}]/.test(character)) {
      if (--depth === 0) {
        close(at);
        break;
      }
    } else if (character === ',' && depth === 1) {
      close(at);
      expected = true;
    }
  }
  return keys;
}

function isComment(text: string, at: number): boolean {
  return text.startsWith('//', at) || (text.charAt(at) === '#' && /[\s{(,]/.test(text.charAt(at - 1)));
}

function pastString(text: string, at: number, quote: string): number {
  for (let end = at + 1; end < text.length; end++) {
    const character = text.charAt(end);
    if (character === '\\') end++;
    else if (character === quote || (character === '\n' && quote !== '`')) return end;
  }
  return text.length;
}
