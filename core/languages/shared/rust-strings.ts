const ESCAPE = /\\(?:([nrt0\\'"])|x([0-7][0-9A-Fa-f])|u\{([0-9A-Fa-f_]{1,8})\}|\n\s*)/g;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '\0' };
const SUFFIX = /(?:[iu](?:8|16|32|64|128|size)|f(?:32|64))$/;
const RADIX: Readonly<Record<string, RegExp>> = { '0x': /[iu](?:8|16|32|64|128|size)$/ };

/** What a Rust string literal means, with its quotes. */
export function stringOf(source: string): string {
  const text = source.replaceAll('\r\n', '\n');
  const raw = /^[bc]?r(#*)"/.exec(text);
  if (raw) return text.slice(raw[0].length, text.length - 1 - (raw[1]?.length ?? 0));
  const body = text.slice(text.indexOf('"') + 1, -1);
  if (!body.includes('\\')) return body;
  return body.replace(ESCAPE, (whole, letter, two, braced) => {
    if (letter !== undefined) return LETTERS[letter] ?? letter;
    const hex: string | undefined = two ?? braced?.replaceAll('_', '');
    if (hex === undefined) return '';
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Whether a string literal is text and no bytes. */
export function isText(source: string): boolean {
  return !/^[bc]/.test(source);
}

/** Whether a number names its type, as `3000u16` does. */
export function hasSuffix(source: string): boolean {
  return digitsOf(source) !== source.replaceAll('_', '');
}

export function numberOf(source: string): number | undefined {
  const read = Number(digitsOf(source));
  return Number.isNaN(read) ? undefined : read;
}

/** A whole number, digit by digit; undefined where it has a suffix that is no type. */
export function integerText(source: string): string | undefined {
  const digits = digitsOf(source);
  return Number.isNaN(Number(digits)) ? undefined : BigInt(digits).toString();
}

function digitsOf(source: string): string {
  return source.replaceAll('_', '').replace(RADIX[source.slice(0, 2)] ?? SUFFIX, '');
}

/** What `format!` makes of a format, with `hole` for each argument. */
export function filled(format: string, hole: string): string {
  return format.replace(/\{\{|\}\}|\{[^{}]*\}/g, (found) =>
    found === '{{' || found === '}}' ? found.charAt(0) : hole,
  );
}
