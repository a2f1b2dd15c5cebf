import type { Range } from '../text';

/** A word as the shell would read it, in the coordinates of the scanned text. */
export interface ScannedWord {
  readonly text: string;
  readonly range: Range;
  readonly literal: boolean;
  /** Whether any part of it stands in quotes or behind a backslash. */
  readonly quoted: boolean;
}

/** A variable found in a word; `end` is known once its brace is closed. */
export interface ScannedVariable {
  readonly name: string;
  readonly nameRange: Range;
  readonly start: number;
  end: number;
  readonly hasDefault: boolean;
}

/** What is open around the place of the scan. In `double` ones a single quote is a character like others. */
interface Opened {
  readonly close: '"' | '`' | ')' | '}';
  readonly double: boolean;
  readonly variable: ScannedVariable | undefined;
}

const WORD_ENDS = new Set(' \t\r\n\v\f;&|<>()');
const ESCAPED_IN_DOUBLE = new Set('$`"\\');
const DEFAULT_OPERATORS = new Set('-=+');
const SPECIAL_PARAMETERS = new Set('0123456789@*#?!$-');

/**
 * Reads the shell word at `start`: up to an unquoted blank, operator or the text's end. Each character is looked at
 * once and what is left open ends with the text, so any input is read in linear time.
 */
export function scanWord(text: string, start: number, variables: ScannedVariable[]): ScannedWord {
  return new WordScan(text, start, variables).run();
}

/** The end of the shell name at `start`; `start` itself where none is. */
export function endOfName(text: string, start: number): number {
  let at = start;
  while (isNameCode(text.charCodeAt(at), at > start)) at++;
  return at;
}

function isNameCode(code: number, digits: boolean): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || code === 95 || (digits && code >= 48 && code <= 57);
}

class WordScan {
  readonly #text: string;
  readonly #start: number;
  readonly #variables: ScannedVariable[];
  readonly #open: Opened[] = [];
  #at: number;
  #out = '';
  #expansions = 0;
  #literal = true;
  #quoted = false;

  constructor(text: string, start: number, variables: ScannedVariable[]) {
    this.#text = text;
    this.#start = start;
    this.#at = start;
    this.#variables = variables;
  }

  run(): ScannedWord {
    while (this.#at < this.#text.length) {
      const char = this.#text.charAt(this.#at);
      if (this.#open.length === 0 && WORD_ENDS.has(char)) break;
      this.#step(char);
    }
    for (const { variable } of this.#open) if (variable) variable.end = this.#at;
    const range = { start: this.#start, end: this.#at };
    return { text: this.#out, range, literal: this.#literal, quoted: this.#quoted };
  }

  #step(char: string): void {
    const top = this.#open.at(-1);
    if (char === '\\') this.#escape(top);
    else if (char === "'" && !top?.double) this.#single();
    else if (top?.close === char) this.#closeTop();
    else if (char === '"') this.#openDouble();
    else if (char === '`') this.#openExpansion('`', 1, false);
    else if (char === '$') this.#dollar(top?.double ?? false);
    else if (char === '(' && top?.close === ')') this.#openExpansion(')', 1, false);
    else this.#take(1);
  }

  /** Passes `length` characters on into the word as they are. */
  #take(length: number): void {
    this.#out += this.#text.slice(this.#at, this.#at + length);
    this.#skip(length);
  }

  #skip(length: number): void {
    this.#at = Math.min(this.#at + length, this.#text.length);
  }

  /** Quotes belong to the source of an expansion around them, but not to a word. */
  #quote(length: number): void {
    this.#quoted = true;
    if (this.#expansions > 0) this.#take(length);
    else this.#skip(length);
  }

  #escape(top: Opened | undefined): void {
    const next = this.#text.charAt(this.#at + 1);
    const lineBreak = next === '\n' || this.#text.startsWith('\r\n', this.#at + 1);
    if (this.#expansions > 0) this.#take(2);
    else if (lineBreak) this.#skip(next === '\n' ? 2 : 3);
    else if (top !== undefined && !ESCAPED_IN_DOUBLE.has(next)) this.#take(2);
    else {
      this.#quote(1);
      this.#take(1);
    }
  }

  #single(): void {
    const found = this.#text.indexOf("'", this.#at + 1);
    const end = found < 0 ? this.#text.length : found;
    this.#quote(1);
    this.#take(end - this.#at);
    this.#quote(1);
  }

  #openDouble(): void {
    this.#open.push({ close: '"', double: true, variable: undefined });
    this.#quote(1);
  }

  #openExpansion(close: Opened['close'], length: number, double: boolean, variable?: ScannedVariable): void {
    this.#open.push({ close, double, variable });
    this.#expansions++;
    this.#literal = false;
    this.#take(length);
  }

  #closeTop(): void {
    const top = this.#open.pop();
    if (top?.close === '"') {
      this.#quote(1);
      return;
    }
    this.#take(1);
    this.#expansions--;
    if (top?.variable) top.variable.end = this.#at;
  }

  #dollar(double: boolean): void {
    const next = this.#text.charAt(this.#at + 1);
    const end = endOfName(this.#text, this.#at + 1);
    if (next === '(') this.#openExpansion(')', 2, false);
    else if (next === '{') this.#brace(double);
    else if (end > this.#at + 1) {
      this.#literal = false;
      this.#variables.push(this.#variable(this.#at + 1, end, end, false));
      this.#take(end - this.#at);
    } else if (SPECIAL_PARAMETERS.has(next)) {
      this.#literal = false;
      this.#take(2);
    } else this.#take(1);
  }

  #brace(double: boolean): void {
    const sign = this.#text.charAt(this.#at + 2);
    const start = this.#at + (sign === '#' || sign === '!' ? 3 : 2);
    const end = endOfName(this.#text, start);
    if (end === start) {
      this.#openExpansion('}', 2, double);
      return;
    }
    const operator = this.#text.charAt(this.#text[end] === ':' ? end + 1 : end);
    const variable = this.#variable(start, end, end, DEFAULT_OPERATORS.has(operator));
    this.#variables.push(variable);
    this.#openExpansion('}', end - this.#at, double, variable);
  }

  #variable(start: number, nameEnd: number, end: number, hasDefault: boolean): ScannedVariable {
    const nameRange = { start, end: nameEnd };
    return { name: this.#text.slice(start, nameEnd), nameRange, start: this.#at, end, hasDefault };
  }
}
