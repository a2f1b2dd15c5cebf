import type { Node } from 'web-tree-sitter';
import { enclosing, isRoute, marksOf, takes } from './handlers';

const MARKS = /\b(?:Http(?:Get|Post|Put|Patch|Delete)|Route|AcceptVerbs)\b/;

/** Actions of controllers, handlers of Razor pages, what `MapGet` is given, and functions that take an `HttpContext`. */
export function isHandler(fn: Node): boolean {
  if (fn.type === 'lambda_expression' || fn.type === 'anonymous_method_expression') return isRoute(fn);
  if (fn.type !== 'method_declaration') return takes(fn, /\bHttpContext\b/);
  if (MARKS.test(marksOf(fn, /^attribute_list$/)) || takes(fn, /\bHttpContext\b/)) return true;
  const name = fn.childForFieldName('name')?.text ?? '';
  const owner = enclosing(fn, /^(?:class|record|struct)_declaration$/);
  const isController = /(?:Controller|Hub)$/.test(owner?.childForFieldName('name')?.text ?? '');
  const isPublic = fn.namedChildren.some(({ type, text }) => type === 'modifier' && text === 'public');
  return (isController && isPublic) || /^On(?:Get|Post|Put|Delete)(?:[A-Z]\w*)?$/.test(name);
}
