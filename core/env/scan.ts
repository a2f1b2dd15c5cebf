/** What a regular expression calls `\s`, which `dotenv` goes by. Not so of NaN, the code past a text's end. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 160) return false;
  return code === 160 || code === 5760 || code === 65279 || isWideSpace(code);
}

function isWideSpace(code: number): boolean {
  return (
    (code >= 8192 && code <= 8202) || code === 8239 || code === 8287 || code === 12288 || isSeparator(code)
  );
}

function isSeparator(code: number): boolean {
  return code === 8232 || code === 8233;
}

/** The codes at which `.` of a regular expression stops and `$` matches, once `\r` is gone. */
export function endsLine(code: number): boolean {
  return code === 10 || isSeparator(code);
}

/** The characters of a name: letters, digits, `_`, `.` and `-`. */
export function isNameCode(code: number): boolean {
  const lower = code | 32;
  return (
    (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57) || code === 95 || code === 45 || code === 46
  );
}

/** A place in a text that moves on. */
export class Scan {
  readonly source: string;
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  code(): number {
    return this.source.charCodeAt(this.at);
  }

  skipSpace(): number {
    while (isSpace(this.code())) this.at++;
    return this.at;
  }

  /** Moves to the line's end and gives it. */
  skipLine(): number {
    while (this.at < this.source.length && !endsLine(this.code())) this.at++;
    return this.at;
  }
}
