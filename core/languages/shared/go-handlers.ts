import type { Node } from 'web-tree-sitter';
import { takes } from './handlers';

const SIGNATURE =
  /\bhttp\.ResponseWriter\b|\*http\.Request\b|\*?(?:gin|echo|fiber|iris|macaron|beego|context)\.(?:Context|Ctx|APIContext)\s*[,)]|\*fasthttp\.RequestCtx\b/;
const CONTEXT_ONLY = /\bcontext\.Context\b/;

/** Functions with the parameters of `net/http`, gin, echo, fiber and their kin; a plain `context.Context` is none. */
export function isHandler(fn: Node): boolean {
  return (
    takes(fn, SIGNATURE) &&
    !(takes(fn, CONTEXT_ONLY) && !takes(fn, /\*context\.(?:API)?Context|http\.|gin\.|echo\.|fiber\./))
  );
}
