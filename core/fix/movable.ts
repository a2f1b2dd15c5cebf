import type { Node, Tree } from 'web-tree-sitter';
import type { Language, Replaceable } from '../language';
import type { Range } from '../text';

/** A literal that a read of the environment can stand in for. */
export interface MovableLiteral {
  readonly node: Node;
  /** What it says, as the environment holds it. */
  readonly value: string;
  readonly around: Replaceable;
}

/** No environment can hold these: NUL ends a value, and half of a character has no bytes. */
const UNFIT = /\0|\p{Surrogate}/u;

/** The literal that is exactly at a range, if its value can move to the environment. */
export function movableAt(tree: Tree, { start, end }: Range, language: Language): MovableLiteral | undefined {
  const node = tree.rootNode.descendantForIndex(start, end);
  if (!node || node.startIndex !== start || node.endIndex !== end) return undefined;
  const around = language.replaceable(node);
  const value = language.literalText(node);
  return !around || value === undefined || UNFIT.test(value) ? undefined : { node, value, around };
}

/** The strings of a text that say the same as one of them and can move with it; that one is among them. */
export function sameLiterals(tree: Tree, like: Node, value: string, language: Language): MovableLiteral[] {
  if (!language.strings.has(like.type)) {
    const around = language.replaceable(like);
    return around ? [{ node: like, value, around }] : [];
  }
  const all = tree.rootNode.descendantsOfType([...language.strings]);
  return all.flatMap((node) => {
    if (language.literalText(node) !== value) return [];
    const around = language.replaceable(node);
    return around ? [{ node, value, around }] : [];
  });
}
