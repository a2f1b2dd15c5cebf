const ESCAPE = /\\(?:([abfnrtv\\'"])|([0-7]{3})|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/g;
const BYTE = /\\(?:x[89A-Fa-f]|[23][0-7]{2})/;
const LETTERS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const VERB = /%(?:%|[-+# 0]{0,5}(?:\[\d{1,9}\])?(?:\d{1,9}|\*)?(?:\.(?:\d{1,9}|\*)?)?[a-zA-Z])/g;

/** What a Go string literal means, with its quotes. */
export function stringOf(source: string): string {
  const body = source.slice(1, -1);
  if (source.startsWith('`')) return body.replaceAll('\r', '');
  if (!body.includes('\\')) return body;
  return body.replace(ESCAPE, (whole, letter, octal, two, four, eight) => {
    if (letter !== undefined) return LETTERS[letter] ?? letter;
    const code = octal === undefined ? Number.parseInt(two ?? four ?? eight, 16) : Number.parseInt(octal, 8);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Whether a string literal is text: bytes written one by one may be none. */
export function isPlainText(source: string): boolean {
  return source.startsWith('`') || !BYTE.test(source.replaceAll('\\\\', ''));
}

/** What a Go number means; undefined for imaginary and hexadecimal floating ones. */
export function numberOf(source: string): number | undefined {
  const text = source.replaceAll('_', '');
  const read = Number(/^0[0-7]+$/.test(text) ? `0o${text.slice(1)}` : text);
  return Number.isNaN(read) ? undefined : read;
}

/** A whole number, digit by digit. */
export function integerText(source: string): string {
  const text = source.replaceAll('_', '');
  return BigInt(/^0[0-7]+$/.test(text) ? `0o${text.slice(1)}` : text).toString();
}

/** A format of `fmt` with `hole` for each verb; the same text where it has none. */
export function filled(format: string, hole: string): string {
  return format.replace(VERB, (verb) => (verb === '%%' ? '%' : hole));
}
