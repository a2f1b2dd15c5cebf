import type { Node } from 'web-tree-sitter';
import { HOLE, type Value } from '../../facts/fact';
import { rangeOf } from '../../language';
import { filled, numberOf, stringOf } from './rust-strings';

type Evaluate = (node: Node) => Value;

export const STRINGS: ReadonlySet<string> = new Set(['string_literal', 'raw_string_literal']);
const WRAPPERS = new Set([
  'parenthesized_expression',
  'await_expression',
  'try_expression',
  'reference_expression',
  'type_cast_expression',
  'unsafe_block',
  'expression_statement',
]);
/** Methods that give what they are called on, in another form or with its error dealt with. */
const SAME =
  /^(?:unwrap|expect|unwrap_or_default|context|with_context|wrap_err|wrap_err_with|map_err|ok|parse|to_string|to_owned|to_str|to_string_lossy|into_owned|into|try_into|clone|cloned|as_str|as_ref|as_mut|as_deref|as_bytes|into_bytes|into_boxed_str|to_vec|leak|boxed)$/;
/** Methods that give what they are called on or, without it, their first argument. */
const OTHERWISE = /^(?:unwrap_or|unwrap_or_else|map_or|map_or_else|or|or_else)$/;
const WRAPPING =
  /^(?:(?:std|core|alloc)::\w+::)?(?:(?:String|PathBuf|OsString|Cow)::from|(?:Path|Box|Arc|Rc|OsStr)::new|Cow::(?:Borrowed|Owned)|Some|Ok)$/;

/** A call that stands for what it is called on, such as `x.unwrap()`, or for its argument, such as `Some(x)`. */
export interface Passing {
  readonly inner: Node;
  /** What it gives instead where there is nothing. */
  readonly otherwise: Node | undefined;
}

export function passing(node: Node): Passing | undefined {
  const callee = node.type === 'call_expression' ? node.childForFieldName('function') : null;
  if (!callee) return undefined;
  const named = callee.type === 'generic_function' ? callee.childForFieldName('function') : callee;
  const [first] = argumentsOf(node);
  if (named?.type === 'field_expression') {
    const method = named.childForFieldName('field')?.text ?? '';
    const inner = named.childForFieldName('value');
    if (!inner || !(SAME.test(method) || OTHERWISE.test(method))) return undefined;
    return { inner, otherwise: OTHERWISE.test(method) ? first : undefined };
  }
  const isName = named?.type === 'identifier' || named?.type === 'scoped_identifier';
  return first && isName && WRAPPING.test(named.text) ? { inner: first, otherwise: undefined } : undefined;
}

export function argumentsOf(call: Node): Node[] {
  const list = call.childForFieldName('arguments');
  return (list?.namedChildren ?? []).filter(({ type }) => !/comment|attribute/.test(type));
}

/** What is left without `&`, `?`, `.await`, casts, and the calls that only pass it on. */
export function unwrap(node: Node): Node {
  let at = node;
  for (;;) {
    const isDeref = at.type === 'unary_expression' && at.child(0)?.type === '*';
    const inner: Node | null | undefined = WRAPPERS.has(at.type)
      ? (at.childForFieldName('value') ??
        at.namedChildren.find(({ type }) => !/comment|specifier/.test(type)))
      : isDeref
        ? at.namedChildren[0]
        : passing(at)?.inner;
    if (!inner) return at;
    at = inner;
  }
}

export function value(node: Node, of: Evaluate): Value | undefined {
  const range = rangeOf(node);
  const parts = (nodes: readonly (Node | null | undefined)[]): Value[] =>
    nodes.filter((part): part is Node => part !== null && part !== undefined).map(of);
  const passed = passing(node);
  if (passed?.otherwise) return { kind: 'either', values: parts([passed.inner, passed.otherwise]), range };
  switch (node.type) {
    case 'string_literal':
    case 'raw_string_literal':
      return { kind: 'string', text: stringOf(node.text), range };
    case 'integer_literal':
    case 'float_literal': {
      const read = numberOf(node.text);
      return read === undefined ? { kind: 'unknown', range } : { kind: 'number', value: read, range };
    }
    case 'boolean_literal':
    case 'true':
    case 'false':
      return { kind: 'boolean', value: node.text === 'true', range };
    case 'array_expression':
    case 'tuple_expression':
      return { kind: 'array', items: parts(withoutComments(node)), range };
    case 'field_initializer_list':
      return fields(node, of);
    case 'closure_expression':
      return parts([node.childForFieldName('body')])[0];
    case 'block':
    case 'async_block':
      return parts([withoutComments(node).at(-1)])[0];
    case 'else_clause':
      return parts([node.namedChildren[0]])[0];
    case 'let_condition':
    case 'match_arm':
      return parts([node.childForFieldName('value')])[0];
    case 'if_expression': {
      const arms = ['condition', 'consequence', 'alternative'].map((field) => node.childForFieldName(field));
      return { kind: 'either', values: parts(arms), range };
    }
    case 'match_expression': {
      const arms = node.childForFieldName('body')?.namedChildren.filter(({ type }) => type === 'match_arm');
      return { kind: 'either', values: parts([node.childForFieldName('value'), ...(arms ?? [])]), range };
    }
    case 'macro_invocation':
      return fromMacro(node, of);
    default: {
      const inner = unwrapOnce(node);
      return inner && of(inner);
    }
  }
}

/** One step only, so that alternatives further in are seen. */
function unwrapOnce(node: Node): Node | undefined {
  const passed = passing(node);
  if (passed) return passed.inner;
  if (!WRAPPERS.has(node.type)) {
    const inner = unwrap(node);
    return inner.id === node.id ? undefined : inner;
  }
  const held = node.childForFieldName('value');
  return held ?? node.namedChildren.find(({ type }) => !/comment|specifier/.test(type));
}

function withoutComments(node: Node): Node[] {
  return node.namedChildren.filter(({ type }) => !/comment/.test(type));
}

function fields(node: Node, of: Evaluate): Value {
  const entries = [];
  let open = false;
  for (const child of withoutComments(node)) {
    const key = child.childForFieldName('field') ?? child.namedChildren[0];
    const held = child.type === 'shorthand_field_initializer' ? key : child.childForFieldName('value');
    if (child.type !== 'base_field_initializer' && key && held)
      entries.push({ key: key.text, keyRange: rangeOf(key), value: of(held) });
    else if (!/attribute/.test(child.type)) open = true;
  }
  return { kind: 'object', entries, open, range: rangeOf(node) };
}

/** Macros are not parsed; of these the words tell enough. */
function fromMacro(node: Node, of: Evaluate): Value | undefined {
  const name = node.childForFieldName('macro')?.text;
  const tokens = node.namedChildren.find(({ type }) => type === 'token_tree');
  const inside = tokens ? withoutComments(tokens) : [];
  const [first] = inside;
  const range = rangeOf(node);
  if (name === 'vec' && inside.every(({ type }) => /_literal$/.test(type)))
    return { kind: 'array', items: inside.map(of), range };
  if (name !== 'format' || !first || !STRINGS.has(first.type)) return undefined;
  const text = filled(stringOf(first.text), HOLE);
  return { kind: text.includes(HOLE) ? 'template' : 'string', text, range };
}
