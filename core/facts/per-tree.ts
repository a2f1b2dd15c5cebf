import type { Tree } from '../app';

/** Works out once for each picture of a workspace folder what rules would else work out for each of its apps. */
export function perTree<T>(make: (tree: Tree) => T): (tree: Tree) => T {
  const known = new WeakMap<Tree, { readonly made: T }>();
  return (tree) => {
    const found = known.get(tree);
    if (found) return found.made;
    const made = make(tree);
    known.set(tree, { made });
    return made;
  };
}
