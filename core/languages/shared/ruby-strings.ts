import type { Node } from 'web-tree-sitter';
import { HOLE } from '../../facts/fact';

const ESCAPE =
  /\\(?:u\{([^}]*)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|((?:M-|C-|c)[\s\S])|([\s\S]))/g;
const LETTERS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  s: ' ',
  t: '\t',
  v: '\v',
  '\n': '',
};
/** Escapes of single bytes and keys, which need not be characters: `\xff`, `\M-a`, `\C-a`. */
const BYTES = /\\(?:x[89A-Fa-f][0-9A-Fa-f]|[2-7][0-7]{2}|M-|C-|c)/;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** What a string, symbol or part of one says; each hole is one U+FFFC. */
export function stringText(node: Node): string {
  switch (node.type) {
    case 'simple_symbol':
      return node.text.slice(1);
    case 'hash_key_symbol':
      return node.text;
    case 'character':
      return unescaped(node.text.slice(1));
    case 'heredoc_body':
      return heredocText(node);
    default:
      return partsOf(node)
        .map((part) => (part === HOLE ? HOLE : means(part, node)))
        .join('');
  }
}

export function hasHoles(node: Node): boolean {
  return node.namedChildren.some((child) => child.type === 'interpolation');
}

/** Whether the source of a string tells all of its text: no holes, no bytes. */
export function isPlainText(node: Node): boolean {
  return !hasHoles(node) && (isRaw(opening(node)) || !BYTES.test(node.text.replaceAll('\\\\', '')));
}

function means(source: string, node: Node): string {
  const open = opening(node);
  return isRaw(open) ? unescapedRaw(source, open) : unescaped(source);
}

/** The source between the delimiters, with its holes. */
function partsOf(node: Node): string[] {
  const parts: string[] = [];
  for (const child of node.namedChildren) {
    if (child.type === 'interpolation') parts.push(HOLE);
    else if (child.type === 'heredoc_end') break;
    else if (parts.length > 0 && parts.at(-1) !== HOLE) parts.push((parts.pop() ?? '') + child.text);
    else parts.push(child.text);
  }
  return parts.map((part) => part.replaceAll('\r\n', '\n'));
}

function opening(node: Node): string {
  const from = node.type === 'bare_string' || node.type === 'bare_symbol' ? node.parent : node;
  return from?.child(0)?.text ?? '';
}

function isRaw(open: string): boolean {
  return /^(?:'|:'|%[qwis])/.test(open);
}

function unescapedRaw(source: string, open: string): string {
  const first = open.trim().slice(-1);
  return source.replace(/\\([\s\S])/g, (whole, next: string) => {
    const isWord = /^%[wi]/.test(open) && /\s/.test(next);
    return isWord || next === '\\' || next === first || next === CLOSING[first] ? next : whole;
  });
}

function unescaped(source: string): string {
  if (!source.includes('\\')) return source;
  return source.replace(ESCAPE, (whole, braced, four, two, octal, key, other: string | undefined) => {
    if (key !== undefined) return whole;
    if (other !== undefined) return Object.hasOwn(LETTERS, other) ? (LETTERS[other] ?? other) : other;
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    const codes = String(braced ?? four ?? two).split(/[ \t\n]+/);
    return codes
      .filter((code) => code !== '')
      .map(character)
      .join('');
  });
}

function character(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function heredocText(body: Node): string {
  const start = heredocStart(body)?.text ?? '';
  const source = partsOf(body)
    .join('')
    .replace(/^\n|(?<![ \t])[ \t]+$/g, '');
  const text = start.startsWith('<<~') ? dedented(source) : source;
  return start.includes("'") ? text : unescaped(text);
}

/** Without the white space that all lines which say something share. */
function dedented(text: string): string {
  const indents = [...text.matchAll(/^[ \t]*(?=[^ \t\n])/gm)].map(([indent]) => indent.length);
  return indents.length > 0 ? text.replace(new RegExp(`^[ \\t]{${Math.min(...indents)}}`, 'gm'), '') : text;
}

/** The `<<~NAME` of a body, where only one stands on its line. */
export function heredocStart(body: Node): Node | undefined {
  const line = body.startPosition.row;
  const starts = body.tree.rootNode
    .descendantsOfType('heredoc_beginning', { row: line, column: 0 }, body.startPosition)
    .filter((node) => node?.startPosition.row === line);
  return starts.length === 1 ? (starts[0] ?? undefined) : undefined;
}

/** The text that a `<<~NAME` stands for, where only one stands on its line. */
export function heredocBody(start: Node): Node | undefined {
  const { row, column } = start.endPosition;
  const bodies = start.tree.rootNode
    .descendantsOfType('heredoc_body', { row, column }, { row: row + 1, column: 0 })
    .filter((node) => node?.startPosition.row === row);
  const body = bodies[0];
  return body && heredocStart(body)?.id === start.id ? body : undefined;
}
