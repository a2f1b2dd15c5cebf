import { mapCommand } from './map-command';
import type { Assignment, Command, Redirect, SimpleCommand, VariableUse, Word } from './procfile';
import { afterDefinition, afterParentheses, armAt } from './shell-blocks';
import { endOfName, type ScannedVariable, type ScannedWord, scanWord } from './words';

/** Words that only give a list its shape; what follows them is the command. */
const RESERVED = new Set('! { } if then elif else fi while until do done esac'.split(' '));
/** Longest first. */
const REDIRECTS = ['<<<', '<<-', '&>>', '<<', '<&', '<>', '>>', '>&', '>|', '&>', '<', '>'];
const OPERATORS = ['&&', '||', '|&', ';;', '|', ';', '&'];
/** In `[[ … ]]` these are no operators of the shell. */
const TEST_SIGNS = '&|<>();';

/**
 * Reads a shell command line into simple commands, in linear time and without ever throwing. Ranges are offset by
 * `start`, the place of `text` in the document. Grouping by parentheses or braces is looked through.
 */
export function parseCommand(text: string, start = 0): Command {
  const command = new CommandParser(text).run();
  return start === 0 ? command : mapCommand(command, (offset) => offset + start);
}

class CommandParser {
  readonly #text: string;
  readonly #simple: SimpleCommand[] = [];
  readonly #variables: ScannedVariable[] = [];
  #assignments: Assignment[] = [];
  #words: Word[] = [];
  #redirects: Redirect[] = [];
  #heredocs: string[] = [];
  /** Nothing was found so far that does not close; it is looked for once, so that any text is read in linear time. */
  #closes = true;
  /** How many `case`s are open. */
  #cases = 0;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): Command {
    while (this.#at < this.#text.length) this.#step(this.#text.charAt(this.#at));
    this.#end(undefined);
    const variables: VariableUse[] = this.#variables.map(({ start, end, ...variable }) => ({
      ...variable,
      range: { start, end },
    }));
    return { text: this.#text, range: { start: 0, end: this.#text.length }, simple: this.#simple, variables };
  }

  #step(char: string): void {
    if (char === '\n') this.#line();
    else if (isBlank(char)) this.#at++;
    else if (char === '\\' && this.#continuation() > 0) this.#at += this.#continuation();
    else if (char === '#') this.#at = this.#lineEnd(this.#at);
    else if (this.#isTest() && TEST_SIGNS.includes(char)) this.#at++;
    else if (char === '(' || char === ')') this.#parenthesis(char);
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
    for (const delimiter of this.#heredocs) this.#skipHeredoc(delimiter);
    this.#heredocs = [];
  }

  #skipHeredoc(delimiter: string): void {
    while (this.#at < this.#text.length) {
      const end = this.#lineEnd(this.#at);
      const line = this.#text.slice(this.#at, end).trim();
      this.#at = Math.min(end + 1, this.#text.length);
      if (line === delimiter) return;
    }
  }

  /** `[[ a && b ]]` is one command to its end, or to that of its line. */
  #isTest(): boolean {
    return this.#words[0]?.text === '[[' && this.#words.at(-1)?.text !== ']]';
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
    if (char === '(' && (isArithmetic || isArray) && this.#closes) {
      past = afterParentheses(text, this.#at);
      this.#closes = past !== undefined;
    } else if (char === '(' && isHead) past = afterDefinition(text, this.#at);
    if (past !== undefined && !isArray) this.#words = [];
    if (past === undefined) this.#end(undefined);
    this.#at = past ?? this.#at + 1;
  }

  /** Skips the pattern that the next arm of a `case` starts with. */
  #arm(): void {
    const arm = this.#closes ? armAt(this.#text, this.#at) : undefined;
    if (!arm) this.#closes = false;
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
    const word = scanWord(this.#text, this.#at, this.#variables);
    const found = word.range.end > word.range.start;
    this.#at = found ? word.range.end : start + operator.length;
    if (found && (sign === '<<' || sign === '<<-')) this.#heredocs.push(word.text);
    this.#redirects.push({
      operator,
      target: found ? plain(word) : undefined,
      range: { start, end: this.#at },
    });
    return true;
  }

  #word(): void {
    const word = scanWord(this.#text, this.#at, this.#variables);
    this.#at = Math.max(word.range.end, this.#at + 1);
    if (this.#words.length === 0) {
      const assignment = this.#assignment(word);
      if (assignment) this.#assignments.push(assignment);
      if (!word.quoted && word.text === 'esac') this.#cases = Math.max(0, this.#cases - 1);
      if (assignment || (!word.quoted && RESERVED.has(word.text))) return;
    }
    this.#words.push(plain(word));
    if (word.text !== 'in' || this.#words[0]?.text !== 'case' || this.#words.length !== 3) return;
    this.#words = [];
    this.#cases++;
    this.#arm();
  }

  #assignment({ range }: ScannedWord): Assignment | undefined {
    const end = endOfName(this.#text, range.start);
    const equals = this.#text[end] === '+' ? end + 1 : end;
    if (end === range.start || this.#text[equals] !== '=') return undefined;
    const nameRange = { start: range.start, end };
    const valueRange = { start: equals + 1, end: range.end };
    return { name: this.#text.slice(range.start, end), nameRange, valueRange, range };
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

function plain({ text, range, literal }: ScannedWord): Word {
  return { text, range, literal };
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\r' || char === '\v' || char === '\f';
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
