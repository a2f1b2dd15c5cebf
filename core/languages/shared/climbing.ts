import type { Node } from 'web-tree-sitter';
import type { Holder } from '../../facts/fact';

/** How many steps up are looked at; each costs the whole way from the root. */
const CLIMB = 30;

/**
 * Finds what holds a node by climbing: `look` is asked of each parent and the child one comes from. It gives the holder,
 * nothing where the value ends up elsewhere, or `'on'` where the parent hands the value on as it is.
 */
export function climbing(
  look: (parent: Node, at: Node) => Holder | 'on' | undefined,
): (node: Node) => Holder | undefined {
  return (node) => {
    let at = node;
    for (let parent = at.parent, left = CLIMB; parent && left > 0; parent = parent.parent, left--) {
      const found = look(parent, at);
      if (found !== 'on') return found;
      at = parent;
    }
    return undefined;
  };
}
