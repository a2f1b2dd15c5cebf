/** The characters of a value, counted in one pass. */
export interface Shape {
  readonly length: number;
  readonly lower: number;
  readonly upper: number;
  readonly digits: number;
  readonly blanks: number;
  /** `-`, `_` and `.`, with which words are joined. */
  readonly joins: number;
  readonly slashes: number;
  /** `+` and `=`, which base64 has beside letters, digits and `/`. */
  readonly base64: number;
  readonly braces: number;
  readonly beyondAscii: number;
  /** All other characters of ASCII. */
  readonly signs: number;
  /** From a letter to a digit or back. */
  readonly turns: number;
  /** From a small letter to a capital or back. */
  readonly caseTurns: number;
  readonly isHex: boolean;
  readonly sameThroughout: boolean;
}

/** What kind each character of ASCII is. */
const KINDS: Readonly<Record<string, string>> = {
  blank: ' \t\r\n\f\v',
  join: '-_.',
  slash: '/\\',
  base64: '+=',
  brace: '<>[]{}()"\'`',
};
const [SIGN, LOWER, UPPER, DIGIT, BLANK, JOIN, SLASH, BASE64, BRACE] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
/** Beside the kind, a digit of hexadecimal numbers. */
const HEX = 16;
const KIND_OF = table();

function table(): Uint8Array {
  const kinds = new Uint8Array(128);
  for (let code = 97; code <= 122; code++) kinds[code] = LOWER;
  for (let code = 65; code <= 90; code++) kinds[code] = UPPER;
  for (let code = 48; code <= 57; code++) kinds[code] = DIGIT;
  const named = [
    [KINDS.blank, BLANK],
    [KINDS.join, JOIN],
    [KINDS.slash, SLASH],
    [KINDS.base64, BASE64],
    [KINDS.brace, BRACE],
  ] as const;
  for (const [characters = '', kind = SIGN] of named)
    for (const character of characters) kinds[character.charCodeAt(0)] = kind;
  for (const digit of '0123456789abcdefABCDEF') {
    const code = digit.charCodeAt(0);
    kinds[code] = (kinds[code] ?? 0) | HEX;
  }
  return kinds;
}

const KIND_COUNT = 10;
const BEYOND = 9;
/** What a step from one kind to another is: 1 between letters and digits, 2 between small letters and capitals. */
const STEPS = steps();

function steps(): Uint8Array {
  const all = new Uint8Array(KIND_COUNT * KIND_COUNT);
  const set = (a: number, b: number, step: number): void => {
    all[a * KIND_COUNT + b] = step;
    all[b * KIND_COUNT + a] = step;
  };
  set(LOWER, DIGIT, 1);
  set(UPPER, DIGIT, 1);
  set(LOWER, UPPER, 2);
  return all;
}

/** Filled anew for each text: to make them each time would take longer than to count. */
const counts = new Int32Array(KIND_COUNT);
const stepCounts = new Int32Array(3);

/** Without branches on what the text says: in keys these would be guessed wrong at every other character. */
export function shapeOf(text: string): Shape {
  counts.fill(0);
  stepCounts.fill(0);
  let [before, allHex, differing] = [SIGN, HEX, 0];
  const first = text.charCodeAt(0);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    differing |= code ^ first;
    const entry = code < 128 ? (KIND_OF[code] ?? 0) : BEYOND;
    const kind = entry & (HEX - 1);
    allHex &= entry;
    counts[kind] = (counts[kind] ?? 0) + 1;
    const step = STEPS[before * KIND_COUNT + kind] ?? 0;
    stepCounts[step] = (stepCounts[step] ?? 0) + 1;
    before = kind;
  }
  return {
    length: text.length,
    lower: counts[LOWER] ?? 0,
    upper: counts[UPPER] ?? 0,
    digits: counts[DIGIT] ?? 0,
    blanks: counts[BLANK] ?? 0,
    joins: counts[JOIN] ?? 0,
    slashes: counts[SLASH] ?? 0,
    base64: counts[BASE64] ?? 0,
    braces: counts[BRACE] ?? 0,
    beyondAscii: counts[BEYOND] ?? 0,
    signs: counts[SIGN] ?? 0,
    turns: stepCounts[1] ?? 0,
    caseTurns: stepCounts[2] ?? 0,
    isHex: allHex !== 0,
    sameThroughout: differing === 0,
  };
}

/** `n log2 n` for the counts that a text of the usual length has. */
const WEIGHTS = Float64Array.from({ length: 4_097 }, (_, count) =>
  count === 0 ? 0 : count * Math.log2(count),
);
const occurrences = new Int32Array(129);

/** Shannon entropy in bits a character; what is beyond ASCII counts as one character. */
export function entropy(value: string): number {
  const { length } = value;
  if (length === 0) return 0;
  let weight = 0;
  for (let at = 0; at < length; at++) {
    const code = Math.min(value.charCodeAt(at), 128);
    const count = (occurrences[code] ?? 0) + 1;
    occurrences[code] = count;
    weight += weightOf(count) - weightOf(count - 1);
  }
  occurrences.fill(0);
  return Math.max(0, Math.log2(length) - weight / length);
}

function weightOf(count: number): number {
  return WEIGHTS[count] ?? count * Math.log2(count);
}

/** How many different characters there are. */
export function distinct(value: string): number {
  return new Set(value).size;
}
