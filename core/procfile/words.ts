import type { Range } from '../text';

/** A word as the shell would read it, in the coordinates of the scanned text. */
export interface ScannedWord {
  readonly text: string;
  readonly range: Range;
  readonly literal: boolean;
  /** Whether any part of it stands in quotes or behind a backslash. */
  readonly quoted: boolean;
}

/** A variable found in a word; its range's end is known once its brace is closed. */
export interface ScannedVariable {
  readonly name: string;
  readonly nameRange: Range;
  readonly range: { readonly start: number; end: number };
  readonly hasDefault: boolean;
}

/** What holds the word: it keeps the variables, and reads the commands that are run for their output. */
export interface WordHolder {
  readonly variables: ScannedVariable[];
  /**
   * Reads the commands from `start` up to the sign that closes them, and gives the place behind that sign; undefined
   * where they are nested too deep to be read.
   */
  substitute(start: number, close: '`' | ')', double: boolean): number | undefined;
}

/** What is open around the place of the scan. In `double` ones a single quote is a character like others. */
interface Opened {
  /** Nothing closes a document that is written into the command. */
  readonly close: '"' | '`' | ')' | '}' | 'end';
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
export function scanWord(text: string, start: number, holder: WordHolder): ScannedWord {
  return new WordScan(text, start, holder).run();
}

/** Reads a whole text in which quotes are signs like others, as that of a here-document. */
export function scanDocument(text: string, holder: WordHolder): void {
  new WordScan(text, 0, holder, { close: 'end', double: true, variable: undefined }).run();
}

/** Whether commands start at a place whose output, or input, goes by the name of a file: `<(…)`, `>(…)`. */
export function isFileOfCommands(text: string, at: number): boolean {
  return (text[at] === '<' || text[at] === '>') && text[at + 1] === '(';
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
  readonly #holder: WordHolder;
  readonly #open: Opened[] = [];
  #at: number;
  #out = '';
  #expansions = 0;
  #literal = true;
  #quoted = false;

  constructor(text: string, start: number, holder: WordHolder, around?: Opened) {
    this.#text = text;
    this.#start = start;
    this.#at = start;
    this.#holder = holder;
    if (around) this.#open.push(around);
  }

  run(): ScannedWord {
    while (this.#at < this.#text.length) {
      const char = this.#text.charAt(this.#at);
      if (this.#open.length > 0 || !WORD_ENDS.has(char)) this.#step(char);
      else if (!isFileOfCommands(this.#text, this.#at) || !this.#substitution(2, ')', false)) break;
    }
    for (const { variable } of this.#open) if (variable) variable.range.end = this.#at;
    const range = { start: this.#start, end: this.#at };
    return { text: this.#out, range, literal: this.#literal, quoted: this.#quoted };
  }

  #step(char: string): void {
    const top = this.#open.at(-1);
    if (char === '\\') this.#escape(top);
    else if (char === "'" && !top?.double) this.#single();
    else if (top?.close === char) this.#closeTop();
    else if (char === '"' && top?.close !== 'end') this.#openDouble();
    else if (char === '`') this.#backtick(top?.double ?? false);
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
    if (top?.variable) top.variable.range.end = this.#at;
  }

  #dollar(double: boolean): void {
    const next = this.#text.charAt(this.#at + 1);
    const end = endOfName(this.#text, this.#at + 1);
    if (next === '(') this.#parenthesis(double);
    else if (next === '{') this.#brace(double);
    else if (end > this.#at + 1) {
      this.#literal = false;
      this.#holder.variables.push(this.#variable(this.#at + 1, end, end, false));
      this.#take(end - this.#at);
    } else if (SPECIAL_PARAMETERS.has(next)) {
      this.#literal = false;
      this.#take(2);
    } else this.#take(1);
  }

  #backtick(double: boolean): void {
    if (!this.#substitution(1, '`', double)) this.#openExpansion('`', 1, false);
  }

  /** Arithmetic is no command, but may hold some. */
  #parenthesis(double: boolean): void {
    const isArithmetic = this.#text[this.#at + 2] === '(';
    if (isArithmetic || !this.#substitution(2, ')', double)) this.#openExpansion(')', 2, false);
  }

  /** Passes what is run for its output on into the word as it is written. */
  #substitution(opening: number, close: '`' | ')', double: boolean): boolean {
    const end = this.#holder.substitute(this.#at + opening, close, double);
    if (end === undefined) return false;
    this.#literal = false;
    this.#take(end - this.#at);
    return true;
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
    this.#holder.variables.push(variable);
    this.#openExpansion('}', end - this.#at, double, variable);
  }

  #variable(start: number, nameEnd: number, end: number, hasDefault: boolean): ScannedVariable {
    const nameRange = { start, end: nameEnd };
    const range = { start: this.#at, end };
    return { name: this.#text.slice(start, nameEnd), nameRange, range, hasDefault };
  }
}
