import type { Range } from '../../../text';

/** A piece of a text and what takes its place. */
export interface Piece {
  readonly range: Range;
  readonly newText: string;
}

/** Options that only a file handler takes, in YAML and INI. */
const FILE_OPTIONS =
  /^(?:path|append|policy|filename|maxBytes|backupCount|mode|when|interval|encoding|delay|utc|atTime)$/;

/** The mapping of YAML that holds a line: its kind for the console, `filename` as the stream, what is a file's own gone. */
export function yamlConsole(text: string, at: Range, kind: string, stream: string | undefined): Piece[] {
  const pieces: Piece[] = [{ range: at, newText: kind }];
  const own = lineAt(text, at.start);
  const indent = /^[ ]*/.exec(own.text)?.[0].length ?? 0;
  let isDropping = false;
  let isStreamed = false;
  for (const line of siblings(text, own.start, indent)) {
    const key = line.indent === indent ? /^\s*["']?(\w+)["']?\s*:/.exec(line.text)?.[1] : undefined;
    if (key !== undefined) isDropping = FILE_OPTIONS.test(key);
    if (!isDropping) continue;
    const isName = key === 'filename' && stream !== undefined && !isStreamed;
    if (isName) isStreamed = true;
    pieces.push({
      range: { start: line.start, end: line.end },
      newText: isName ? `${' '.repeat(indent)}${stream}\n` : '',
    });
  }
  return pieces;
}

/** The section of an INI file: its handler for a stream, `args` as stdout. */
export function iniConsole(text: string, at: Range, handler: string): Piece[] | undefined {
  const head = text.lastIndexOf('\n[', at.start);
  const next = text.indexOf('\n[', at.end);
  const section = { start: Math.max(0, head), end: next < 0 ? text.length : next };
  const args = /^args[ \t]{0,9}=[^\n]*/m.exec(text.slice(section.start, section.end));
  if (!args) return undefined;
  const start = section.start + args.index;
  return [
    { range: at, newText: handler },
    { range: { start, end: start + args[0].trimEnd().length }, newText: 'args=(sys.stdout,)' },
  ];
}

/** Log4j's element for a file as one for the console, with the layout it has. */
export function log4jConsole(text: string, at: Range): Piece[] | undefined {
  const start = text.lastIndexOf('<', at.start);
  const tag = /^<(\w+)\b/.exec(text.slice(start, start + 60))?.[1];
  const headEnd = text.indexOf('>', at.end);
  if (start < 0 || headEnd < 0 || tag === undefined) return undefined;
  const head = text.slice(start, headEnd);
  const name = /\bname="([^"<]{0,100})"/i.exec(head)?.[1] ?? 'Console';
  const opening = `<Console name="${name}" target="SYSTEM_OUT"`;
  if (head.endsWith('/')) return [{ range: { start, end: headEnd + 1 }, newText: `${opening}/>` }];
  const close = text.indexOf(`</${tag}>`, headEnd);
  if (close < 0) return undefined;
  const body = text.slice(headEnd + 1, close);
  const layout = /[ \t]{0,80}<(\w{1,40}Layout)\b[^>]{0,500}(?:\/>|>[\s\S]{0,2000}?<\/\1>)/.exec(body)?.[0];
  const indent = /[ \t]*$/.exec(text.slice(Math.max(0, start - 80), start))?.[0] ?? '';
  const inner = layout === undefined ? '' : `\n${layout}\n${indent}`;
  return [{ range: { start, end: close + tag.length + 3 }, newText: `${opening}>${inner}</Console>` }];
}

interface Line extends Range {
  readonly text: string;
  readonly indent: number;
}

function lineAt(text: string, at: number): { start: number; text: string } {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { start, text: text.slice(start, end < 0 ? text.length : end) };
}

/** The other lines of the mapping whose keys stand at an indent, down and up from one of them. */
function siblings(text: string, from: number, indent: number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const written of text.split('\n')) {
    const end = Math.min(text.length, start + written.length + 1);
    lines.push({ start, end, text: written, indent: /^[ ]*/.exec(written)?.[0].length ?? 0 });
    start = end;
  }
  const own = lines.findIndex((line) => line.start === from);
  const belongs = (line: Line): boolean => line.indent >= indent && line.text.trim() !== '';
  let [first, last] = [own, own];
  while (first > 0 && belongs(lines[first - 1] ?? EMPTY)) first--;
  while (last + 1 < lines.length && belongs(lines[last + 1] ?? EMPTY)) last++;
  return lines.slice(first, last + 1).filter((_, index) => first + index !== own);
}

const EMPTY: Line = { start: 0, end: 0, text: '', indent: 0 };
