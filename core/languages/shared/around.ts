import type { Node } from 'web-tree-sitter';

/** The innermost node around another that is of one of these types, else the whole text. */
export function around(node: Node, types: ReadonlySet<string>): Node {
  let at: Node = node;
  for (let parent = node.parent; parent; parent = parent.parent) {
    at = parent;
    if (types.has(at.type)) break;
  }
  return at;
}
