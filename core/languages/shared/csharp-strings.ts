import type { Node } from 'web-tree-sitter';
import { HOLE } from '../../facts/fact';

const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{1,4})|([\s\S]))/g;
const OPENING = /^([$@]*)("+)/;
const LETTERS: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** What a C# string says, with a hole for each interpolation; `isWhole` where it has none and is text, not bytes. */
export function stringMeaning(node: Node): { readonly text: string; readonly isWhole: boolean } {
  const source = node.text;
  const isBytes = /"[uU]8$/.test(source);
  const [, marks = '', quotes = '"'] = OPENING.exec(source) ?? [];
  const isRaw = quotes.length > 2 && !marks.includes('@');
  const quote = isRaw ? quotes.length : 1;
  const end = source.length - quote - (isBytes ? 2 : 0);
  const holes = node.namedChildren.filter(({ type }) => type === 'interpolation');
  const pieces: string[] = [];
  let at = marks.length + quote;
  for (const hole of holes) {
    pieces.push(source.slice(at, hole.startIndex - node.startIndex));
    at = hole.endIndex - node.startIndex;
  }
  pieces.push(source.slice(at, end));
  const text = isRaw ? unindented(pieces.join(HOLE)) : pieces.map((piece) => plain(piece, marks)).join(HOLE);
  return { text, isWhole: holes.length === 0 && !isBytes };
}

function plain(piece: string, marks: string): string {
  const text = marks.includes('@') ? piece.replaceAll('""', '"') : unescaped(piece);
  return marks.includes('$') ? text.replace(/\{\{|\}\}/g, (pair) => pair.charAt(0)) : text;
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(ESCAPE, (whole, four, eight, some, letter: string | undefined) => {
    if (letter !== undefined) return LETTERS[letter] ?? letter;
    const code = Number.parseInt(four ?? eight ?? some, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The lines of a raw string between its quotes' lines, without the blanks that its last line starts with. */
function unindented(content: string): string {
  if (!content.includes('\n')) return content;
  const lines = content.split('\n');
  const indent = lines.at(-1) ?? '';
  const kept = lines
    .slice(1, -1)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.replace(/^[ \t]+/, '')));
  return kept.join('\n').replace(/\r$/, '');
}
