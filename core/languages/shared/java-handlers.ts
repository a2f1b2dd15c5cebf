import type { Node } from 'web-tree-sitter';
import { marksOf, takes } from './handlers';

const MARKS =
  /@(?:[\w.]+\.)?(?:(?:Request|Get|Post|Put|Patch|Delete|Message)Mapping|GET|POST|PUT|PATCH|DELETE|Path|Get|Post|Put|Delete|Action|QueryMapping|MutationMapping)\b/;
const SIGNATURE =
  /\b(?:HttpServletRequest|ServerRequest|ServerWebExchange|HttpExchange|RoutingContext|StaplerRequest2?)\b/;

/** Methods of Spring's controllers, of JAX-RS and of servlets. */
export function isHandler(fn: Node): boolean {
  if (fn.type !== 'method_declaration') return false;
  return MARKS.test(marksOf(fn, /^modifiers$/)) || takes(fn, SIGNATURE);
}
