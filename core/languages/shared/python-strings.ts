const ESCAPE = /\\(?:\n|([abfnrtv\\'"])|([0-7]{1,3})|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/g;
const LETTERS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * What the source between the quotes of a Python string means, by the letters before its quotes. Characters by name
 * (`\N{BULLET}`) stay as they are.
 */
export function unescaped(source: string, prefix: string): string {
  const text = source.replace(/\r\n?/g, '\n');
  const plain = /f/i.test(prefix) ? text.replace(/\{\{|\}\}/g, (pair) => pair.charAt(0)) : text;
  if (/r/i.test(prefix) || !plain.includes('\\')) return plain;
  return plain.replace(ESCAPE, (whole, letter, octal, two, four, eight) => {
    if (letter !== undefined) return LETTERS[letter] ?? letter;
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    const hex: string | undefined = two ?? four ?? eight;
    if (hex === undefined) return '';
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Whether a string is text, all of which its source tells: no bytes, no template, no character by its name or half. */
export function isPlainText(source: string, prefix: string): boolean {
  if (/[bt]/i.test(prefix)) return false;
  return /r/i.test(prefix) || !/\\(?:N\{|u[Dd][89A-Fa-f]|U0000[Dd][89A-Fa-f])/.test(source);
}
