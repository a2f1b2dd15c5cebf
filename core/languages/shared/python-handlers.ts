import type { Node } from 'web-tree-sitter';
import { enclosing, takes } from './handlers';

const MARKS =
  /^@(?:[\w.]+\.(?:route|get|post|put|patch|delete|websocket|api_route|view)\(|(?:api_view|view_config|require_\w+|csrf_exempt|login_required|permission_required|never_cache)\b)/m;
const VIEWS = /\b\w*(?:View|ViewSet|Resource|RequestHandler|HTTPEndpoint|Controller)\b/;
const METHODS =
  /^(?:get|post|put|patch|delete|head|options|list|create|retrieve|update|partial_update|destroy|dispatch|on_(?:get|post|put|delete|patch)|form_valid)$/;

/** Flask, FastAPI, Django, Tornado and their kin: by decorators, by the class around, by the first parameter. */
export function isHandler(fn: Node): boolean {
  if (fn.type !== 'function_definition') return false;
  const definition = fn.parent?.type === 'decorated_definition' ? fn.parent : undefined;
  const marks = (definition?.namedChildren ?? []).filter(({ type }) => type === 'decorator');
  if (marks.some(({ text }) => MARKS.test(text))) return true;
  const outer = enclosing(fn, /^(?:class|function)_definition$/);
  if (outer?.type !== 'class_definition') return takes(fn, /^\(\s*request\b/);
  const bases = outer.childForFieldName('superclasses')?.text ?? '';
  return VIEWS.test(bases) && METHODS.test(fn.childForFieldName('name')?.text ?? '');
}
