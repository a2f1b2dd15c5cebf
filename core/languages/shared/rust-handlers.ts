import type { Node } from 'web-tree-sitter';
import { marksOf, takes } from './handlers';

const MARKS = /^#\[(?:\w+::)*(?:get|post|put|patch|delete|head|route|handler|debug_handler)\b/m;
const SIGNATURE =
  /:\s{0,9}(?:\w{1,30}::){0,3}(?:State|Json|Path|Query|Form|Multipart|Extension|Data|HttpRequest|CookieJar|Request)(?:<|[\s,)])/;

/** Functions with the marks of actix or Rocket, or with the extractors of axum and actix. */
export function isHandler(fn: Node): boolean {
  return fn.type === 'function_item' && (MARKS.test(marksOf(fn, /^attribute_item$/)) || takes(fn, SIGNATURE));
}
