import type { Finding } from '../rule';
import type { LineIndex } from '../text';

/** Longer lines hold data or are generated; their start tells enough. */
const MOST = 300;
const STRINGS = /"[^"\n]*"?|'[^'\n]*'?|`[^`\n]*`?/g;
const NUMBERS = /\b\d[\w.]*/g;

/**
 * What tells a finding from others of its rule in its file, as 16 hexadecimal digits. It holds across moves of lines:
 * only what stands before it on its own line counts, and the words of its message. No value goes into it: strings and
 * numbers are left out, and so is all behind the first `=` or `:`.
 */
export function fingerprintOf(finding: Finding, text: string, lines: LineIndex): string {
  const { line } = lines.positionAt(finding.range.start);
  const start = lines.offsetAt({ line, character: 0 });
  const before = text.slice(start, Math.min(finding.range.start, start + MOST));
  const said = before
    .replace(STRINGS, '""')
    .replace(NUMBERS, '0')
    .replace(/[=:].*$/s, '');
  const parts = [finding.rule, said.replace(/\s+/g, ' ').trim(), ...wordsOf(finding)];
  return hash(parts.join('\n'));
}

/** The names in a finding's message: no sentence, which may be told otherwise some day, and no count. */
function wordsOf({ breach }: Finding): string[] {
  return Object.entries(breach.words ?? {})
    .filter(([, word]) => /[A-Za-z]/.test(word) && !/\s/.test(word))
    .map(([key, word]) => `${key} ${word}`)
    .sort();
}

/** 64 bits in two halves of FNV-1a, mixed at the end. It keeps no secret, and need not. */
function hash(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xc9dc5811;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + at), 0x85ebca6b);
  }
  return hex(mixed(low ^ high)) + hex(mixed(high));
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
