import type { Node } from 'web-tree-sitter';
import { isRoute, marksOf, takes } from './handlers';

const SIGNATURE =
  /^\(?\s*_?(?:err(?:or)?\s*(?::[^,)]+)?,\s*_?)?(?:req(?:uest)?\b[^,)]*,\s*_?(?:res(?:ponse)?|reply)\b|ctx\b[^,)]*(?:,\s*next\b|\)|$)|\{\s*request\s*[,}])/;
const MARKS =
  /@(?:Get|Post|Put|Patch|Delete|All|Head|Options|MessagePattern|Query|Mutation|SubscribeMessage)\b/;
const METHODS = /^(?:GET|POST|PUT|PATCH|DELETE)$/;

/** Express, Koa, Fastify, Hono, Nest, Next: by what registers a function, by its marks or by its parameters. */
export function isHandler(fn: Node): boolean {
  if (fn.type === 'method_definition' && MARKS.test(marksOf(fn, /^decorator$/))) return true;
  const isExported = fn.parent?.type === 'export_statement';
  if (isExported && METHODS.test(fn.childForFieldName('name')?.text ?? '')) return true;
  return isRoute(fn) || takes(fn, SIGNATURE);
}
