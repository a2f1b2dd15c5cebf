import type { Node } from 'web-tree-sitter';
import { HOLE, type Value } from '../../facts/fact';
import { rangeOf } from '../../language';
import { filled, numberOf, stringOf } from './go-strings';

type Evaluate = (node: Node) => Value;

/** Types into which a text or number goes as it is. */
const CONVERSION = /^(?:string|byte|rune|u?int(?:8|16|32|64)?|uintptr|float(?:32|64)|bool)$/;
export const STRINGS: ReadonlySet<string> = new Set(['interpreted_string_literal', 'raw_string_literal']);
const WRAPPERS = new Set([
  'parenthesized_expression',
  'literal_element',
  'variadic_argument',
  'pointer_type',
  'parenthesized_type',
]);

/** What stands in parentheses, behind `&` and `*`, or in an element of a literal. */
export function unwrap(node: Node): Node {
  let at = node;
  for (;;) {
    const pointer =
      at.type === 'unary_expression' && /^[&*]$/.test(at.childForFieldName('operator')?.text ?? '');
    const inner = pointer
      ? at.childForFieldName('operand')
      : WRAPPERS.has(at.type)
        ? at.namedChildren.find(({ type }) => type !== 'comment')
        : undefined;
    if (!inner) return at;
    at = inner;
  }
}

/** What a conversion such as `[]byte("x")` or `int64(5)` converts; undefined for all else. */
export function converted(node: Node): Node | undefined {
  if (node.type === 'type_conversion_expression') {
    const isBytes = /^\[\](?:byte|rune)$/.test(node.childForFieldName('type')?.text ?? '');
    return isBytes ? (node.childForFieldName('operand') ?? undefined) : undefined;
  }
  const callee = node.type === 'call_expression' ? node.childForFieldName('function') : null;
  if (callee?.type !== 'identifier' || !CONVERSION.test(callee.text)) return undefined;
  return argumentsOf(node)[0];
}

export function argumentsOf(call: Node): Node[] {
  const list = call.childForFieldName('arguments');
  return (list?.namedChildren ?? []).filter(({ type }) => type !== 'comment');
}

/** Composite literals of other packages' types are constructions, and so no values here. */
export function value(wrapped: Node, of: Evaluate): Value | undefined {
  const node = unwrap(wrapped);
  const range = rangeOf(node);
  switch (node.type) {
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return { kind: 'string', text: stringOf(node.text), range };
    case 'int_literal':
    case 'float_literal': {
      const read = numberOf(node.text);
      return read === undefined ? { kind: 'unknown', range } : { kind: 'number', value: read, range };
    }
    case 'true':
    case 'false':
      return { kind: 'boolean', value: node.type === 'true', range };
    case 'nil':
      return { kind: 'null', range };
    case 'literal_value':
      return literal(node, of);
    case 'composite_literal': {
      const body = node.childForFieldName('body');
      return body && !isForeign(node) ? literal(body, of) : undefined;
    }
    case 'binary_expression':
      return concatenation(node, of) ?? { kind: 'unknown', range };
    case 'call_expression':
      return fromCall(node, of) ?? (node.id === wrapped.id ? undefined : of(node));
    case 'type_conversion_expression': {
      const inner = converted(node);
      return inner && of(inner);
    }
    default:
      return node.id === wrapped.id ? undefined : of(node);
  }
}

function isForeign(composite: Node): boolean {
  return /^(?:qualified|generic)_type$/.test(composite.childForFieldName('type')?.type ?? '');
}

function fromCall(node: Node, of: Evaluate): Value | undefined {
  const inner = converted(node);
  if (inner) return of(inner);
  const callee = node.childForFieldName('function')?.text;
  const args = argumentsOf(node);
  if (callee === 'cmp.Or') return { kind: 'either', values: args.map(of), range: rangeOf(node) };
  const format = callee === 'fmt.Sprintf' && args[0] ? of(args[0]) : undefined;
  if (format?.kind !== 'string') return undefined;
  const text = filled(format.text, HOLE);
  return { kind: text.includes(HOLE) ? 'template' : 'string', text, range: rangeOf(node) };
}

/** A struct, map, slice or array literal by what stands between its braces. */
function literal(node: Node, of: Evaluate): Value {
  const range = rangeOf(node);
  const elements = node.namedChildren.filter(({ type }) => type !== 'comment');
  if (elements.some(({ type }) => type === 'literal_element'))
    return { kind: 'array', items: elements.map(of), range };
  const inMap = node.parent?.childForFieldName('type')?.type === 'map_type';
  const entries = [];
  let open = false;
  for (const element of elements) {
    const key = element.childForFieldName('key');
    const held = element.childForFieldName('value');
    const name = key ? keyOf(unwrap(key), inMap, of) : undefined;
    if (key && held && name !== undefined)
      entries.push({ key: name, keyRange: rangeOf(key), value: of(held) });
    else open = true;
  }
  return { kind: 'object', entries, open, range };
}

/** The keys of a struct are its fields; those of a map are values. */
function keyOf(key: Node, inMap: boolean, of: Evaluate): string | undefined {
  if (key.type === 'identifier' && !inMap) return key.text;
  const read = of(key);
  return read.kind === 'string' ? read.text : undefined;
}

function concatenation(node: Node, of: Evaluate): Value | undefined {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (!left || !right || node.childForFieldName('operator')?.text !== '+') return undefined;
  const sides = [of(left), of(right)];
  const isText = ({ kind }: Value): boolean => kind === 'string' || kind === 'template';
  if (!sides.some(isText)) return undefined;
  const text = sides.map((side) => ('text' in side ? side.text : HOLE)).join('');
  return {
    kind: sides.every(({ kind }) => kind === 'string') ? 'string' : 'template',
    text,
    range: rangeOf(node),
  };
}
