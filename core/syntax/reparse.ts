import { Edit, type Parser, type Tree } from 'web-tree-sitter';
import { LineIndex } from '../text';

/** A text and its syntax tree; {@link ParsedText.delete} frees the tree. */
export interface ParsedText {
  readonly text: string;
  readonly tree: Tree;
}

/** Parses a text, reusing the old tree where the two texts agree. The old tree is freed. */
export function reparse(parser: Parser, text: string, old?: ParsedText): ParsedText | undefined {
  if (old) old.tree.edit(difference(old.text, text));
  const tree = parser.parse(text, old?.tree);
  old?.tree.delete();
  return tree ? { text, tree } : undefined;
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
