import { backticksAt } from './backticks';
import { mapCommand } from './map-command';
import type { Assignment, Command, Redirect, SimpleCommand, Word } from './procfile';
import { afterDefinition, afterParentheses, armAt, heredocAt, isComment } from './shell-blocks';
import {
  endOfName,
  isFileOfCommands,
  type ScannedVariable,
  type ScannedWord,
  scanDocument,
  scanWord,
  type WordHolder,
} from './words';

/** Words that only give a list its shape; what follows them is the command. */
const RESERVED = new Set('! { } if then elif else fi while until do done esac'.split(' '));
/** Longest first. */
const REDIRECTS = ['<<<', '<<-', '&>>', '<<', '<&', '<>', '>>', '>&', '>|', '&>', '<', '>'];
const OPERATORS = ['&&', '||', '|&', ';;', '|', ';', '&'];
/** In `[[ … ]]` these are no operators of the shell. */
const TEST_SIGNS = '&|<>();';
/** Commands that are nested deeper stay text, so that no text is too deep to be read. */
const DEEPEST = 50;

/**
 * Reads a shell command line into simple commands, in linear time and without ever throwing. Ranges are offset by
 * `start`, the place of `text` in the document. Grouping by parentheses or braces is looked through.
 */
export function parseCommand(text: string, start = 0): Command {
  const command = new CommandParser(readingOf(text)).run();
  return start === 0 ? command : mapCommand(command, (offset) => offset + start);
}

/** What the commands of a text share with those that are nested in it. */
interface Reading {
  readonly text: string;
  readonly variables: ScannedVariable[];
  /** Nothing was found so far that does not close; it is looked for once, so that any text is read in linear time. */
  closes: boolean;
}

function readingOf(text: string): Reading {
  return { text, variables: [], closes: true };
}

class CommandParser implements WordHolder {
  readonly #reading: Reading;
  readonly #text: string;
  readonly #depth: number;
  readonly #start: number;
  /** A closing parenthesis that none of its own opened ends it. */
  readonly #isEnclosed: boolean;
  readonly #simple: SimpleCommand[] = [];
  readonly #substitutions: Command[] = [];
  #assignments: Assignment[] = [];
  #words: Word[] = [];
  #redirects: Redirect[] = [];
  #heredocs: ScannedWord[] = [];
  /** How many `case`s are open. */
  #cases = 0;
  /** How many subshells are open. */
  #subshells = 0;
  #at: number;

  constructor(reading: Reading, depth = 0, enclosedFrom?: number) {
    this.#reading = reading;
    this.#text = reading.text;
    this.#depth = depth;
    this.#start = enclosedFrom ?? 0;
    this.#at = this.#start;
    this.#isEnclosed = enclosedFrom !== undefined;
  }

  get variables(): ScannedVariable[] {
    return this.#reading.variables;
  }

  run(): Command {
    const first = this.variables.length;
    while (this.#at < this.#text.length && !this.#isClosed()) this.#step(this.#text.charAt(this.#at));
    this.#end(undefined);
    return this.#command(first);
  }

  #isClosed(): boolean {
    return this.#isEnclosed && this.#subshells === 0 && this.#text[this.#at] === ')';
  }

  #command(firstVariable: number): Command {
    const range = { start: this.#start, end: this.#at };
    return {
      text: this.#text.slice(range.start, range.end),
      range,
      simple: this.#simple,
      variables: this.variables.slice(firstVariable),
      substitutions: this.#substitutions,
    };
  }

  substitute(start: number, close: '`' | ')', double: boolean): number | undefined {
    if (this.#depth >= DEEPEST) return undefined;
    if (close === '`') {
      const { inside, end } = backticksAt(this.#text, start, double);
      const inner = new CommandParser(readingOf(inside.value), this.#depth + 1).run();
      const to = (offset: number): number => start + inside.to(offset);
      this.#keep(mapCommand(inner, to, (offset) => start + inside.toEnd(offset)));
      return Math.min(end + 1, this.#text.length);
    }
    const inner = new CommandParser(this.#reading, this.#depth + 1, start);
    this.#substitutions.push(inner.run());
    return Math.min(inner.#at + 1, this.#text.length);
  }

  /** What was read as a text of its own. */
  #keep(inner: Command): void {
    this.#substitutions.push(inner);
    this.variables.push(...inner.variables);
  }

  #step(char: string): void {
    if (char === '\n') this.#line();
    else if (isBlank(char)) this.#at++;
    else if (char === '\\' && this.#continuation() > 0) this.#at += this.#continuation();
    else if (char === '#') this.#at = this.#lineEnd(this.#at);
    else if (this.#isTest() && TEST_SIGNS.includes(char)) this.#testSign(char);
    else if (char === '(' || char === ')') this.#parenthesis(char);
    else if (isFileOfCommands(this.#text, this.#at)) this.#word();
    else if (!this.#redirect() && !this.#operator()) this.#word();
  }

  #continuation(): number {
    if (this.#text[this.#at + 1] === '\n') return 2;
    return this.#text.startsWith('\r\n', this.#at + 1) ? 3 : 0;
  }

  #lineEnd(from: number): number {
    const at = this.#text.indexOf('\n', from);
    return at < 0 ? this.#text.length : at;
  }

  #line(): void {
    this.#at++;
    if (this.#hasParts()) this.#end(';');
    for (const delimiter of this.#heredocs) this.#heredoc(delimiter);
    this.#heredocs = [];
  }

  /** What a here-document is made of is run, unless its delimiter stands in quotes. */
  #heredoc({ text: delimiter, quoted }: ScannedWord): void {
    const start = this.#at;
    const { end, next } = heredocAt(this.#text, start, delimiter);
    this.#at = next;
    if (quoted || this.#depth >= DEEPEST) return;
    const inner = new CommandParser(readingOf(this.#text.slice(start, end)), this.#depth + 1);
    scanDocument(inner.#text, inner);
    const { substitutions, variables } = mapCommand(inner.#command(0), (offset) => offset + start);
    this.#substitutions.push(...substitutions);
    this.variables.push(...variables);
  }

  /** `[[ a && b ]]` is one command to its end, or to that of its line. */
  #isTest(): boolean {
    return this.#words[0]?.text === '[[' && this.#words.at(-1)?.text !== ']]';
  }

  #testSign(char: string): void {
    this.#count(char);
    this.#at++;
  }

  #count(char: string): void {
    if (char === '(') this.#subshells++;
    if (char === ')') this.#subshells = Math.max(0, this.#subshells - 1);
  }

  /** A subshell is looked through; arithmetic, arrays and the heads of functions hold no commands. */
  #parenthesis(char: string): void {
    const text = this.#text;
    const isLoop = this.#words.length === 1 && this.#words[0]?.text === 'for';
    const isArithmetic = (isLoop || !this.#hasParts()) && text.startsWith('((', this.#at);
    const given = this.#words.at(-1) ?? this.#assignments.at(-1);
    const isArray = given?.range.end === this.#at && text[this.#at - 1] === '=';
    const isHead = this.#words.length > 0 && this.#words.length <= 2 && this.#assignments.length === 0;
    let past: number | undefined;
    if (char === '(' && (isArithmetic || isArray) && this.#reading.closes) {
      past = afterParentheses(text, this.#at);
      this.#reading.closes = past !== undefined;
    } else if (char === '(' && isHead) past = afterDefinition(text, this.#at);
    if (past !== undefined && !isArray) this.#words = [];
    if (past === undefined) {
      this.#end(undefined);
      this.#count(char);
    }
    this.#scanTo(past ?? this.#at + 1);
  }

  /** What is no command may hold some: `(( $(a) + 1 ))`, `X=( $(b) )`. */
  #scanTo(end: number): void {
    while (this.#at < end) {
      if (isComment(this.#text, this.#at)) this.#at = this.#lineEnd(this.#at);
      const word = scanWord(this.#text, this.#at, this);
      this.#at = Math.max(word.range.end, this.#at + 1);
    }
  }

  /** Skips the pattern that the next arm of a `case` starts with. */
  #arm(): void {
    const arm = this.#reading.closes ? armAt(this.#text, this.#at) : undefined;
    if (!arm) this.#reading.closes = false;
    if (!arm) this.#cases = 0;
    else if (arm.isLast) this.#cases--;
    this.#at = arm?.end ?? this.#at;
  }

  #operator(): boolean {
    const operator = OPERATORS.find((each) => this.#text.startsWith(each, this.#at));
    if (operator === undefined) return false;
    this.#at += operator.length;
    this.#end(operator);
    // `;&` and `;;&` go on to the next arm.
    const goesOn = operator.startsWith(';') && this.#text[this.#at] === '&';
    if (this.#cases > 0 && (operator === ';;' || goesOn)) {
      if (goesOn) this.#at++;
      this.#arm();
    }
    return true;
  }

  #redirect(): boolean {
    const start = this.#at;
    let at = start;
    while (isDigit(this.#text.charCodeAt(at))) at++;
    const sign = REDIRECTS.find(
      (each) => this.#text.startsWith(each, at) && (at === start || each[0] !== '&'),
    );
    if (sign === undefined) return false;
    this.#at = at + sign.length;
    const operator = this.#text.slice(start, this.#at);
    while (isBlank(this.#text.charAt(this.#at))) this.#at++;
    const word = scanWord(this.#text, this.#at, this);
    const found = word.range.end > word.range.start;
    this.#at = found ? word.range.end : start + operator.length;
    if (found && (sign === '<<' || sign === '<<-')) this.#heredocs.push(word);
    this.#redirects.push({
      operator,
      target: found ? plain(word) : undefined,
      range: { start, end: this.#at },
    });
    return true;
  }

  #word(): void {
    const word = scanWord(this.#text, this.#at, this);
    this.#at = Math.max(word.range.end, this.#at + 1);
    if (this.#words.length === 0) {
      const assignment = this.#assignment(word);
      if (assignment) this.#assignments.push(assignment);
      if (!word.quoted && word.text === 'esac') this.#cases = Math.max(0, this.#cases - 1);
      if (assignment || (!word.quoted && RESERVED.has(word.text))) return;
    }
    this.#words.push(plain(word));
    // What follows `function name {` is its body.
    const isBody = word.text === '{' && this.#words.length === 3 && this.#words[0]?.text === 'function';
    if (isBody) this.#words = [];
    if (word.text !== 'in' || this.#words[0]?.text !== 'case' || this.#words.length !== 3) return;
    this.#words = [];
    this.#cases++;
    this.#arm();
  }

  #assignment({ range }: ScannedWord): Assignment | undefined {
    const named = endOfName(this.#text, range.start);
    const end = named > range.start ? endOfIndex(this.#text, named, range.end) : named;
    const equals = this.#text[end] === '+' ? end + 1 : end;
    if (end === range.start || this.#text[equals] !== '=') return undefined;
    const nameRange = { start: range.start, end: named };
    const valueRange = { start: equals + 1, end: range.end };
    return { name: this.#text.slice(range.start, named), nameRange, valueRange, range };
  }

  #hasParts(): boolean {
    return this.#assignments.length + this.#words.length + this.#redirects.length > 0;
  }

  /** Ends the simple command being read; after a closing parenthesis its operator is still to come. */
  #end(operator: string | undefined): void {
    if (!this.#hasParts()) {
      const last = this.#simple.at(-1);
      if (last && last.operator === undefined && operator)
        this.#simple[this.#simple.length - 1] = { ...last, operator };
      return;
    }
    const parts = [...this.#assignments, ...this.#words, ...this.#redirects].map((part) => part.range);
    const range = {
      start: parts.reduce((least, part) => Math.min(least, part.start), this.#at),
      end: parts.reduce((most, part) => Math.max(most, part.end), 0),
    };
    this.#simple.push({
      assignments: this.#assignments,
      words: this.#words,
      redirects: this.#redirects,
      range,
      operator,
    });
    [this.#assignments, this.#words, this.#redirects] = [[], [], []];
  }
}

/** Behind the `[…]` of an array's element at a place, which ends before `limit`; the place itself where there is none. */
function endOfIndex(text: string, at: number, limit: number): number {
  if (text[at] !== '[') return at;
  const close = text.slice(at, limit).indexOf(']');
  return close < 0 ? at : at + close + 1;
}

function plain({ text, range, literal }: ScannedWord): Word {
  return { text, range, literal };
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\r' || char === '\v' || char === '\f';
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
