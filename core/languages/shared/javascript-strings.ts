const ESCAPE =
  /\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([0-3][0-7]{0,2}|[4-7][0-7]?)|(\r\n|[\s\S]))/g;
const LETTERS: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const LINE_END = /^[\r\n\u2028\u2029]/;

/** What the source between the quotes of a JavaScript string means. */
export function unescaped(source: string): string {
  if (!source.includes('\\')) return source;
  return source.replace(ESCAPE, (whole, braced, four, two, octal, other: string | undefined) => {
    const hex: string | undefined = braced ?? four ?? two;
    if (hex !== undefined) {
      const code = Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    if (other === undefined || LINE_END.test(other)) return '';
    return Object.hasOwn(LETTERS, other) ? (LETTERS[other] ?? other) : other;
  });
}

/** What the source between the backticks or holes of a template means; its line breaks are all `\n`. */
export function unescapedTemplate(source: string): string {
  return unescaped(source.replace(/\r\n?/g, '\n'));
}
