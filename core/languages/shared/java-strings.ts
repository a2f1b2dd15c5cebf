const UNICODE = /(?<!\\)(\\+)u+([0-9A-Fa-f]{4})/g;
const ESCAPE = /\\(?:([bstnfr"'\\])|([0-3][0-7]{0,2}|[4-7][0-7]?)|\r\n?|\n)/g;
const LETTERS: Readonly<Record<string, string>> = {
  b: '\b',
  s: ' ',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
};

/** What a Java string literal means, quotes and all given: `"…"` or a text block. */
export function stringMeaning(source: string): string {
  const translated = withCharacters(source);
  return translated.startsWith('"""')
    ? unescaped(stripped(translated.slice(3, -3).replace(/\r\n?/g, '\n')))
    : unescaped(translated.slice(1, -1));
}

/** A character written by its number is read before quotes and backslashes are: as one of these it ends or opens something. */
export function hidesSyntax(source: string): boolean {
  return /\\u+00(?:0[AaDd]|22|5[Cc])/.test(source);
}

/** Characters by number stand for themselves wherever an odd backslash opens them. */
function withCharacters(source: string): string {
  if (!source.includes('\\u')) return source;
  return source.replace(UNICODE, (whole, slashes: string, hex: string) =>
    slashes.length % 2 === 1 ? slashes.slice(1) + String.fromCharCode(Number.parseInt(hex, 16)) : whole,
  );
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (_, letter: string | undefined, octal: string | undefined) => {
    if (letter !== undefined) return LETTERS[letter] ?? letter;
    return octal === undefined ? '' : String.fromCharCode(Number.parseInt(octal, 8));
  });
}

/** The lines of a text block without the indentation that all share, and without the blanks at their ends. */
function stripped(content: string): string {
  const lines = content.slice(content.indexOf('\n') + 1).split('\n');
  const counted = lines.filter((line, index) => index === lines.length - 1 || /\S/.test(line));
  const indent = Math.min(...counted.map((line) => /^\s*/.exec(line)?.[0].length ?? 0));
  return lines.map((line) => line.slice(indent).trimEnd()).join('\n');
}
