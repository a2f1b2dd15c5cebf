const ANSI =
  /\\(?:([abeEfnrtv\\'"?])|x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3}))/g;
const LETTERS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** What a word without expansions means, with its quotes if it has some. */
export function stringOf(source: string): string {
  if (source.startsWith("$'")) return ansi(source.slice(2, -1));
  if (source.startsWith("'")) return source.slice(1, -1);
  if (source.startsWith('"')) return unquoted(source.slice(1, -1));
  return source.replace(/\\(\n|[\s\S])/g, (_, character: string) => (character === '\n' ? '' : character));
}

/** What stands between double quotes. */
export function unquoted(source: string): string {
  return source.replace(/\\([\\"$`\n])/g, (_, character: string) => (character === '\n' ? '' : character));
}

/** A text as it stands between double quotes and the braces of an expansion. */
export function escaped(text: string): string {
  return text.replace(/[\\"$`}]/g, '\\$&');
}

function ansi(source: string): string {
  return source.replace(ANSI, (whole, letter, two, four, eight, octal) => {
    if (letter !== undefined) return LETTERS[letter] ?? letter;
    const code = octal === undefined ? Number.parseInt(two ?? four ?? eight, 16) : Number.parseInt(octal, 8);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Whether a word means its own letters: no pattern, no list in braces, no home folder, no byte. */
export function isPlainText(source: string): boolean {
  if (source.startsWith("$'"))
    return !/\\(?:x[89A-Fa-f][0-9A-Fa-f]|[23][0-7]{2}|c|u[dD][89A-Fa-f])/.test(source);
  return /^["']/.test(source) || !/^~|[*?[\]{}]/.test(source);
}

/** `NAME=${NAME:-…}` and its kin, after the `=`: the variable stays the environment's. */
export function isOwnDefault(text: string, at: number, name: string): boolean {
  const start = at + (text[at] === '"' ? 1 : 0);
  if (!text.startsWith(`\${${name}`, start)) return false;
  return /^:?[-=?]/.test(text.slice(start + 2 + name.length, start + 4 + name.length));
}
