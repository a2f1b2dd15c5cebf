import type { Node } from 'web-tree-sitter';

/** Methods of routers that register what answers requests. */
const REGISTERS =
  /^(?:get|post|put|patch|delete|del|head|options|all|any|use|route|handle|on|match|ws|Handle(?:Func)?|GET|POST|PUT|PATCH|DELETE|Get|Post|Put|Patch|Delete|Any|Map(?:Get|Post|Put|Patch|Delete|Methods)|createServer|add_route|add_url_rule|request)$/;
const PATH = /^[rbf]?["'`](?:\/|\*|request["'`]$)/i;
const BARE = /^(?:createServer|use)$/;

/**
 * Whether a function is handed to a call that registers a route: `app.get('/x', fn)`, `http.createServer(fn)`.
 * `calleeField` is the field of the call's node that ends in the method's name.
 */
export function isRoute(fn: Node, calleeField = 'function'): boolean {
  let list = fn.parent;
  if (list?.type === 'argument') list = list.parent;
  const call = list?.parent;
  if (!list || !call || !/^(?:arguments|argument_list)$/.test(list.type)) return false;
  const callee = call.childForFieldName(calleeField)?.text ?? '';
  const method = /[A-Za-z_]\w{0,30}$/.exec(callee.slice(-40))?.[0] ?? '';
  if (!REGISTERS.test(method)) return false;
  const [first] = list.namedChildren;
  return BARE.test(method) || PATH.test(first?.text.slice(0, 12) ?? '');
}

/** Whether a pattern matches the text of a function's parameters. */
export function takes(fn: Node, pattern: RegExp): boolean {
  const parameters = fn.childForFieldName('parameters') ?? fn.childForFieldName('parameter');
  return parameters !== null && pattern.test(parameters.text.slice(0, 400));
}

/** The text of the marks before a declaration: annotations, attributes, decorators. */
export function marksOf(declaration: Node, type: RegExp): string {
  const inside = declaration.namedChildren.filter((child) => type.test(child.type)).map(({ text }) => text);
  const before: string[] = [];
  for (let at = declaration.previousNamedSibling; at && type.test(at.type); at = at.previousNamedSibling)
    before.push(at.text);
  return [...inside, ...before].join('\n').slice(0, 2_000);
}

/** The innermost node around another that is of one of these types. */
export function enclosing(node: Node, types: RegExp): Node | undefined {
  let at = node.parent;
  while (at && !types.test(at.type)) at = at.parent;
  return at ?? undefined;
}
