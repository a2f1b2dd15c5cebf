import type { Node } from 'web-tree-sitter';
import { HOLE } from '../../facts/fact';

const ESCAPE = /\\(?:u\{([0-9A-Fa-f]+)\}|x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|([nrtvef\\$"]))/g;
const LETTERS: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  e: '\x1b',
  f: '\f',
};
/** Escapes of single bytes, which need not be characters. */
const BYTES = /\\(?:x[89A-Fa-f][0-9A-Fa-f]|[2-7][0-7]{2}|u\{[dD][89A-Fa-f])/;

/** What a string of any form says; each hole is one U+FFFC. */
export function stringText(node: Node): string {
  switch (node.type) {
    case 'string':
      return unescapedSingle(node.text.replace(/^[bB]/, '').slice(1, -1));
    case 'encapsed_string': {
      const start = node.text.indexOf('"') + 1;
      return partsOf(node, node.startIndex + start, node.endIndex - 1)
        .map(unescaped)
        .join('');
    }
    case 'heredoc':
      return lines(node).map(unescapedHeredoc).join('');
    case 'nowdoc':
      return lines(node).join('');
    default:
      return HOLE;
  }
}

export function hasHoles(node: Node): boolean {
  const body = node.type === 'heredoc' ? node.childForFieldName('value') : node;
  return body?.namedChildren.some((child) => isHole(child)) ?? false;
}

/** Whether the source of a quoted string tells all of its text: no holes, no bytes. */
export function isPlainText(node: Node): boolean {
  if (node.type === 'string') return true;
  return node.type === 'encapsed_string' && !hasHoles(node) && !BYTES.test(node.text.replaceAll('\\\\', ''));
}

function isHole(child: Node): boolean {
  return !/^(?:string_content|escape_sequence|nowdoc_\w+|heredoc_\w+)$/.test(child.type);
}

/** The source between two places of a string, cut at its holes. */
function partsOf(node: Node, from: number, to: number): string[] {
  const holes = node.namedChildren.filter(isHole);
  const parts: string[] = [];
  let at = from;
  for (const hole of holes) {
    parts.push(sourceOf(node, at, hole.startIndex).replace(/\{$/, ''), HOLE);
    at = hole.endIndex + (node.text.charAt(hole.endIndex - node.startIndex) === '}' ? 1 : 0);
  }
  return [...parts, sourceOf(node, at, to)];
}

function sourceOf(node: Node, from: number, to: number): string {
  return node.text.slice(from - node.startIndex, Math.max(from, to) - node.startIndex);
}

/** The body of a here document without the indentation of its closing word. */
function lines(node: Node): string[] {
  const body = node.childForFieldName('value');
  const closing = node.childForFieldName('end_tag');
  if (!body || !closing) return [];
  const indent = closing.startPosition.column;
  const all = partsOf(body, body.startIndex, body.endIndex)
    .join('')
    .replace(/^\r?\n/, '');
  return [indent > 0 ? all.replace(new RegExp(`^[ \\t]{1,${indent}}`, 'gm'), '') : all];
}

function unescapedSingle(source: string): string {
  return source.replace(/\\([\\'])/g, '$1');
}

function unescapedHeredoc(source: string): string {
  return unescaped(source.replaceAll('\\"', '\\\\"'));
}

function unescaped(source: string): string {
  if (!source.includes('\\')) return source;
  return source.replace(ESCAPE, (whole, braced, two, octal, letter) => {
    if (letter !== undefined) return LETTERS[letter] ?? letter;
    const code = octal === undefined ? Number.parseInt(braced ?? two, 16) : Number.parseInt(octal, 8) & 0xff;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
