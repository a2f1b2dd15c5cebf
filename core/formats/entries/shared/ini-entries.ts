import type { Range } from '../../../text';
import type { ConfigEntry } from '../../entry';
import { trimmed, withoutComment, withoutQuotes } from './lines';

type Draft = { -readonly [Key in keyof ConfigEntry]: ConfigEntry[Key] };

/** A key with its value on its way: lines that are indented deeper, or that follow a backslash, continue it. */
interface Statement {
  readonly start: number;
  readonly indentation: number;
  readonly firstEnd: number;
  /** Where the second of its lines starts. */
  second: number | undefined;
  end: number;
  isContinued: boolean;
}

/** Collects the entries of an INI text, line by line. */
export class IniEntries {
  readonly #entries: Draft[] = [];
  readonly #text: string;
  #section: Draft | undefined;
  #statement: Statement | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  takeLine(line: Range): void {
    const { start, end } = trimmed(this.#text, line);
    const first = this.#text[start];
    const indentation = start - line.start;
    const statement = this.#statement;
    const isBlank = start === end;
    if (statement?.isContinued && !isBlank) this.#continue(statement, start, end);
    else if (isBlank || first === '#' || first === ';') {
      if (statement && isBlank) statement.isContinued = false;
    } else if (statement && indentation > statement.indentation) this.#continue(statement, start, end);
    else if (first === '[') this.#openSection(start, end);
    else {
      this.#finish();
      const isContinued = this.#text[end - 1] === '\\';
      this.#statement = { start, indentation, firstEnd: end, second: undefined, end, isContinued };
    }
  }

  end(): readonly ConfigEntry[] {
    this.#finish();
    return this.#entries;
  }

  #continue(statement: Statement, start: number, end: number): void {
    statement.second ??= start;
    statement.end = end;
    statement.isContinued = this.#text[end - 1] === '\\';
  }

  #openSection(start: number, end: number): void {
    this.#finish();
    const length = this.#text.slice(start, end).indexOf(']');
    if (length < 0) return;
    const close = start + length;
    const keyRange = trimmed(this.#text, { start: start + 1, end: close });
    const keys = [this.#text.slice(keyRange.start, keyRange.end)];
    const whole = { start, end: close + 1 };
    this.#section = { keys, keyRange, value: '', range: keyRange, whole, kind: 'map' };
    this.#entries.push(this.#section);
  }

  #finish(): void {
    const statement = this.#statement;
    this.#statement = undefined;
    if (!statement) return;
    const entry = this.#entryOf(statement);
    this.#entries.push(entry);
    const section = this.#section;
    if (!section) return;
    const isFirst = section.range === section.keyRange;
    section.range = { start: isFirst ? entry.whole.start : section.range.start, end: entry.whole.end };
    section.whole = { start: section.whole.start, end: entry.whole.end };
  }

  #entryOf({ start, firstEnd, second, end }: Statement): Draft {
    const sign = /[=:]/.exec(this.#text.slice(start, firstEnd));
    const keyEnd = sign ? start + sign.index : firstEnd;
    const keyRange = trimmed(this.#text, { start, end: keyEnd });
    const name = this.#text.slice(keyRange.start, keyRange.end);
    const keys = [...(this.#section?.keys ?? []), name];
    const first = trimmed(this.#text, { start: Math.min(keyEnd + 1, firstEnd), end: firstEnd });
    const from = first.start === first.end ? (second ?? first.end) : first.start;
    const range = sign ? this.#valueRange({ start: from, end }, end === firstEnd) : keyRange;
    const wholeEnd = Math.max(keyRange.end, sign ? keyEnd + 1 : 0, range.end);
    const whole = { start, end: wholeEnd };
    if (range.start === range.end)
      return { keys, keyRange, value: '', range: keyRange, whole, kind: 'value' };
    const inner = withoutQuotes(this.#text, range);
    const value = sign ? this.#text.slice(inner.start, inner.end) : '';
    return { keys, keyRange, value, range: inner, whole, kind: 'value' };
  }

  /** A comment may end a line; in a value of several lines it can only stand on a line of its own. */
  #valueRange(written: Range, isOneLine: boolean): Range {
    const range = trimmed(this.#text, written);
    return isOneLine ? withoutComment(this.#text, range, ';#') : range;
  }
}
