import { backticksAt } from './backticks';
import { mapCommand } from './map-command';
import type { Command } from './procfile';
import { type Reading, readingOf } from './reading';
import { afterDefinition, afterParentheses, armAt, heredocAt, isComment } from './shell-blocks';
import {
  assignmentIn,
  continuationAt,
  isBlank,
  lineEndAt,
  operatorAt,
  plainWord,
  redirectAt,
} from './shell-signs';
import { SimpleList } from './simple-list';
import {
  isFileOfCommands,
  type ScannedVariable,
  type ScannedWord,
  scanDocument,
  scanWord,
  type WordHolder,
} from './words';

/** Words that only give a list its shape; what follows them is the command. */
const RESERVED = new Set('! { } if then elif else fi while until do done esac'.split(' '));
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

class CommandParser implements WordHolder {
  readonly #reading: Reading;
  readonly #text: string;
  readonly #depth: number;
  readonly #start: number;
  /** A closing parenthesis that none of its own opened ends it. */
  readonly #isEnclosed: boolean;
  readonly #list = new SimpleList();
  readonly #substitutions: Command[] = [];
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
    this.#list.end(undefined, this.#at);
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
      simple: this.#list.all,
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
    else if (continuationAt(this.#text, this.#at) > 0) this.#at += continuationAt(this.#text, this.#at);
    else if (char === '#') this.#at = lineEndAt(this.#text, this.#at);
    else if (this.#isTest() && TEST_SIGNS.includes(char)) this.#count(char);
    else if (char === '(' || char === ')') this.#parenthesis(char);
    else if (isFileOfCommands(this.#text, this.#at)) this.#word();
    else if (!this.#redirect() && !this.#operator()) this.#word();
  }

  #line(): void {
    this.#at++;
    if (this.#list.hasParts) this.#list.end(';', this.#at);
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
    return this.#list.words[0]?.text === '[[' && this.#list.words.at(-1)?.text !== ']]';
  }

  /** Goes past a sign that may open or close a subshell. */
  #count(char: string): void {
    if (char === '(') this.#subshells++;
    if (char === ')') this.#subshells = Math.max(0, this.#subshells - 1);
    this.#at++;
  }

  /** A subshell is looked through; arithmetic, arrays and the heads of functions hold no commands. */
  #parenthesis(char: string): void {
    const text = this.#text;
    const isLoop = this.#list.words.length === 1 && this.#list.words[0]?.text === 'for';
    const isArithmetic = (isLoop || !this.#list.hasParts) && text.startsWith('((', this.#at);
    const given = this.#list.words.at(-1) ?? this.#list.assignments.at(-1);
    const isArray = given?.range.end === this.#at && text[this.#at - 1] === '=';
    const isHead =
      this.#list.words.length > 0 && this.#list.words.length <= 2 && this.#list.assignments.length === 0;
    let past: number | undefined;
    if (char === '(' && (isArithmetic || isArray) && this.#reading.closes) {
      past = afterParentheses(text, this.#at);
      this.#reading.closes = past !== undefined;
    } else if (char === '(' && isHead) past = afterDefinition(text, this.#at);
    if (past !== undefined && !isArray) this.#list.words = [];
    if (past !== undefined) {
      this.#scanTo(past);
      return;
    }
    this.#list.end(undefined, this.#at);
    this.#count(char);
  }

  /** What is no command may hold some: `(( $(a) + 1 ))`, `X=( $(b) )`. */
  #scanTo(end: number): void {
    while (this.#at < end) {
      if (isComment(this.#text, this.#at)) this.#at = lineEndAt(this.#text, this.#at);
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
    const operator = operatorAt(this.#text, this.#at);
    if (operator === undefined) return false;
    this.#at += operator.length;
    this.#list.end(operator, this.#at);
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
    const { sign, end } = redirectAt(this.#text, start) ?? {};
    if (sign === undefined || end === undefined) return false;
    const operator = this.#text.slice(start, end);
    this.#at = end;
    while (isBlank(this.#text.charAt(this.#at))) this.#at++;
    const word = scanWord(this.#text, this.#at, this);
    const found = word.range.end > word.range.start;
    this.#at = found ? word.range.end : end;
    if (found && (sign === '<<' || sign === '<<-')) this.#heredocs.push(word);
    this.#list.redirects.push({
      operator,
      target: found ? plainWord(word) : undefined,
      range: { start, end: this.#at },
    });
    return true;
  }

  #word(): void {
    const word = scanWord(this.#text, this.#at, this);
    this.#at = Math.max(word.range.end, this.#at + 1);
    if (this.#list.words.length === 0) {
      const assignment = assignmentIn(this.#text, word.range);
      if (assignment) this.#list.assignments.push(assignment);
      if (!word.quoted && word.text === 'esac') this.#cases = Math.max(0, this.#cases - 1);
      if (assignment || (!word.quoted && RESERVED.has(word.text))) return;
    }
    this.#list.words.push(plainWord(word));
    // What follows `function name {` is its body.
    const isBody =
      word.text === '{' && this.#list.words.length === 3 && this.#list.words[0]?.text === 'function';
    if (isBody) this.#list.words = [];
    if (word.text !== 'in' || this.#list.words[0]?.text !== 'case' || this.#list.words.length !== 3) return;
    this.#list.words = [];
    this.#cases++;
    this.#arm();
  }
}
