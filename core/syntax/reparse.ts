import { Edit, type Parser, type Tree } from 'web-tree-sitter';
import { LineIndex } from '../text';

/** A text and its syntax tree; {@link ParsedText.delete} frees the tree. */
export interface ParsedText {
  readonly text: string;
  readonly tree: Tree;
}

/** Brackets in brackets. The parsers' small stack overflows at about 2,000, and takes every later parse along. */
const DEEPEST = 500;

/**
 * Parses a text, reusing the old tree where the two texts agree. The old tree is freed. Undefined for texts nested too
 * deep for the parsers, which no one has written.
 */
export function reparse(parser: Parser, text: string, old?: ParsedText): ParsedText | undefined {
  if (isTooDeep(text)) {
    old?.tree.delete();
    return undefined;
  }
  if (old) old.tree.edit(difference(old.text, text));
  const tree = parser.parse(text, old?.tree);
  old?.tree.delete();
  return tree ? { text, tree } : undefined;
}

/** Brackets in strings and comments count too: they come in pairs or are few. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91 || code === 123) {
      if (++depth > DEEPEST) return true;
    } else if ((code === 41 || code === 93 || code === 125) && depth > 0) depth--;
  }
  return false;
}

/** The one edit that makes `after` of `before`: what stands between their common start and common end. */
function difference(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const oldEnd = before.length - tail;
  const newEnd = after.length - tail;
  const oldLines = new LineIndex(before);
  const newLines = new LineIndex(after);
  const point = (lines: LineIndex, offset: number): { row: number; column: number } => {
    const { line, character } = lines.positionAt(offset);
    return { row: line, column: character };
  };
  return new Edit({
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition: point(oldLines, start),
    oldEndPosition: point(oldLines, oldEnd),
    newEndPosition: point(newLines, newEnd),
  });
}
