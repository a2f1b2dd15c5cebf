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
  return kinds;
}

export function shapeOf(text: string): Shape {
  let [signs, lower, upper, digits, blanks, joins, slashes] = [0, 0, 0, 0, 0, 0, 0];
  let [base64, braces, beyondAscii, turns, caseTurns, before] = [0, 0, 0, 0, 0, -1];
  let [isHex, sameThroughout] = [true, true];
  const first = text.charCodeAt(0);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== first) sameThroughout = false;
    const kind = code < 128 ? KIND_OF[code] : -1;
    if (kind === LOWER) {
      lower++;
      if (code > 102) isHex = false;
      if (before === DIGIT) turns++;
      else if (before === UPPER) caseTurns++;
    } else if (kind === DIGIT) {
      digits++;
      if (before === LOWER || before === UPPER) turns++;
    } else if (kind === UPPER) {
      upper++;
      if (code > 70) isHex = false;
      if (before === DIGIT) turns++;
      else if (before === LOWER) caseTurns++;
    } else {
      isHex = false;
      if (kind === JOIN) joins++;
      else if (kind === SLASH) slashes++;
      else if (kind === BASE64) base64++;
      else if (kind === BLANK) blanks++;
      else if (kind === BRACE) braces++;
      else if (kind === -1) beyondAscii++;
      else signs++;
    }
    before = kind ?? SIGN;
  }
  return {
    length: text.length,
    lower,
    upper,
    digits,
    blanks,
    joins,
    slashes,
    base64,
    braces,
    beyondAscii,
    signs,
    turns,
    caseTurns,
    isHex,
    sameThroughout,
  };
}

/** Shannon entropy in bits a character. */
export function entropy(value: string): number {
  const counts = new Map<number, number>();
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/** How many different characters there are. */
export function distinct(value: string): number {
  return new Set(value).size;
}
