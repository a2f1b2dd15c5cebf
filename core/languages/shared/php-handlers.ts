import type { Node } from 'web-tree-sitter';
import { enclosing, isRoute, takes } from './handlers';

const REQUEST = /(?:^|[\s(\\?])(?:\w*Request(?:Interface)?)\s+\$/;

/** Methods of controllers, closures of routes, and functions that take a request. */
export function isHandler(fn: Node): boolean {
  if (fn.type === 'anonymous_function' || fn.type === 'arrow_function')
    return isRoute(fn, 'name') || takes(fn, REQUEST);
  if (fn.type !== 'method_declaration') return takes(fn, REQUEST);
  const owner = enclosing(fn, /^class_declaration$/);
  const isPublic = !fn.namedChildren.some(
    ({ type, text }) => type === 'visibility_modifier' && text !== 'public',
  );
  const isOwn =
    /^__/.test(fn.childForFieldName('name')?.text ?? '') && !/__invoke/.test(fn.text.slice(0, 80));
  return (
    takes(fn, REQUEST) ||
    (isPublic && !isOwn && /Controller$/.test(owner?.childForFieldName('name')?.text ?? ''))
  );
}
