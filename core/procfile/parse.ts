import type { Range } from '../text';
import { parseCommand } from './command';
import type { ProcessType, Procfile, ProcfileProblem } from './procfile';

const ENTRY_EXAMPLE = '`name: command`';

/**
 * Reads a Procfile by foreman's rule, `name: command` with a name of letters, digits, `_` and `-` from the line's
 * first column on. Blank lines and comments may stand anywhere; any other line is a problem. Never throws.
 */
export function parseProcfile(text: string): Procfile {
  const processes: ProcessType[] = [];
  const comments: Range[] = [];
  const problems: ProcfileProblem[] = [];
  const seen = new Set<string>();
  for (const line of linesOf(text)) {
    const first = skipBlanks(text, line.start, line.end);
    if (first === line.end) continue;
    if (text[first] === '#') {
      comments.push({ start: first, end: trimEnd(text, first, line.end) });
      continue;
    }
    const read = readLine(text, line, first);
    if ('code' in read) {
      problems.push(read);
      continue;
    }
    if (seen.has(read.name)) problems.push(duplicate(read));
    seen.add(read.name);
    processes.push(read);
  }
  return { processes, comments, problems };
}

function readLine(text: string, line: Range, first: number): ProcessType | ProcfileProblem {
  const nameEnd = skipName(text, line.start, line.end);
  if (nameEnd === line.start || text[nameEnd] !== ':') return malformed(text, line, first);
  const name = text.slice(line.start, nameEnd);
  const nameRange = { start: line.start, end: nameEnd };
  const start = skipBlanks(text, nameEnd + 1, line.end);
  if (start === line.end) {
    const message = `Process type \`${name}\` has no command: write one after the colon, or remove the line.`;
    return { code: 'empty-command', range: { start: line.start, end: nameEnd + 1 }, message };
  }
  const command = parseCommand(text.slice(start, trimEnd(text, start, line.end)), start);
  return { name, nameRange, command, range: line };
}

function malformed(text: string, line: Range, first: number): ProcfileProblem {
  const range = { start: first, end: trimEnd(text, first, line.end) };
  const nameEnd = skipName(text, first, line.end);
  const colon = skipBlanks(text, nameEnd, line.end);
  const problem = (message: string): ProcfileProblem => ({ code: 'malformed', range, message });
  if (nameEnd === first) {
    const start = text.startsWith('//', first);
    return problem(
      start ? 'Start a comment with `#`.' : `Write this line as ${ENTRY_EXAMPLE}, or start it with \`#\`.`,
    );
  }
  if (text[colon] !== ':') {
    const odd = colon === nameEnd && colon < line.end && text.slice(colon, line.end).includes(':');
    if (odd) return problem('Name a process type with letters, digits, `-` and `_` only.');
    return problem(`The colon after the process type is missing: write ${ENTRY_EXAMPLE}.`);
  }
  if (colon > nameEnd) return problem('Remove the blank before the colon.');
  return problem('Remove the blanks before the process type: it starts at the first column.');
}

function duplicate(process: ProcessType): ProcfileProblem {
  const message = `Process type \`${process.name}\` is already in this Procfile: rename or remove one of them.`;
  return { code: 'duplicate', range: process.nameRange, message };
}

/** The lines of a text without their breaks (`\n`, `\r\n` or a lone `\r`), the first one without a byte order mark. */
export function* linesOf(text: string): Generator<Range> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    yield { start, end: at };
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
    start = at + 1;
  }
  if (start < text.length) yield { start, end: text.length };
}

function skipName(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isNameCode(text.charCodeAt(at))) at++;
  return at;
}

function isNameCode(code: number): boolean {
  const lower = code | 32;
  return (code >= 48 && code <= 57) || (lower >= 97 && lower <= 122) || code === 45 || code === 95;
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlankCode(text.charCodeAt(at))) at++;
  return at;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlankCode(text.charCodeAt(at - 1))) at--;
  return at;
}

function isBlankCode(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
