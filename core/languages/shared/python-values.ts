import type { Node } from 'web-tree-sitter';
import { HOLE, type Value } from '../../facts/fact';
import { rangeOf } from '../../language';
import type { Range } from '../../text';
import { prefixOf, stringText, unwrap } from './python-nodes';
import { isPlainText } from './python-strings';

/** Where `"…" % value` puts a value. */
const FORMATTED = /%(?:\(\w{1,60}\))?[-+ #0]{0,5}\d{0,5}(?:\.\d{1,5})?[srdifxeg]/g;

export function value(wrapped: Node, of: (node: Node) => Value): Value | undefined {
  const node = unwrap(wrapped);
  const range = rangeOf(node);
  switch (node.type) {
    case 'string':
      return {
        kind: node.text.includes('{') && hasHoles(node) ? 'template' : 'string',
        text: stringText(node),
        range,
      };
    case 'concatenated_string':
      return { kind: 'template', text: node.namedChildren.map(stringText).join(''), range };
    case 'integer':
    case 'float':
      return number(node.text.replaceAll('_', ''), range);
    case 'true':
    case 'false':
      return { kind: 'boolean', value: node.type === 'true', range };
    case 'none':
      return { kind: 'null', range };
    case 'list':
    case 'tuple':
    case 'set':
      return { kind: 'array', items: node.namedChildren.map(of), range };
    case 'dictionary':
      return dictionary(node, of);
    case 'boolean_operator': {
      const sides = [node.childForFieldName('left'), node.childForFieldName('right')];
      return { kind: 'either', values: sides.filter((side) => side !== null).map(of), range };
    }
    case 'binary_operator':
      return joined(node, of);
    case 'conditional_expression':
      return { kind: 'either', values: node.namedChildren.map(of), range };
    default:
      return node.id === wrapped.id ? undefined : of(node);
  }
}

/** Texts put together by `+` and `%`, and the parts of a path, which `/` joins. */
function joined(node: Node, of: (node: Node) => Value): Value | undefined {
  const range = rangeOf(node);
  const [left, right] = ['left', 'right'].map((field) => node.childForFieldName(field));
  const operator = node.childForFieldName('operator')?.text;
  if (!left || !right || !/^[+/%]$/.test(operator ?? '')) return undefined;
  const [before, after] = [of(left), of(right)];
  const isText = (value: Value): boolean => value.kind === 'string' || value.kind === 'template';
  if (operator === '/') {
    const args = [before, after].map((value) => ({ name: undefined, value }));
    const isNumber = before.kind === 'number' || after.kind === 'number';
    return isNumber ? undefined : { kind: 'call', callee: 'pathlib.Path', args, range };
  }
  if (operator === '%') {
    const text = 'text' in before && isText(before) ? before.text.replaceAll(FORMATTED, HOLE) : undefined;
    return text === undefined ? undefined : { kind: 'template', text, range };
  }
  if (![before, after].some(isText)) return undefined;
  const text = [before, after].map((value) => ('text' in value ? value.text : HOLE)).join('');
  return { kind: 'template', text, range };
}

/** Imaginary numbers (`5j`) are no numbers that an env file could hold. */
function number(text: string, range: Range): Value {
  const read = Number(text);
  return Number.isNaN(read) ? { kind: 'unknown', range } : { kind: 'number', value: read, range };
}

function dictionary(node: Node, of: (node: Node) => Value): Value {
  const entries = [];
  let open = false;
  for (const child of node.namedChildren) {
    const key = child.childForFieldName('key');
    const held = child.childForFieldName('value');
    if (child.type === 'pair' && key?.type === 'string' && held) {
      entries.push({ key: stringText(key), keyRange: rangeOf(key), value: of(held) });
    } else if (child.type !== 'comment') open = true;
  }
  return { kind: 'object', entries, open, range: rangeOf(node) };
}

function hasHoles(node: Node): boolean {
  return node.namedChildren.some((child) => child.type === 'interpolation');
}

/** Integers of any size stay exact; a float keeps its point. */
export function literalText(literal: Node): string | undefined {
  const read = value(literal, (node) => ({ kind: 'unknown', range: rangeOf(node) }));
  switch (read?.kind) {
    case 'string':
      return isPlainText(literal.text, prefixOf(literal)) ? read.text : undefined;
    case 'number':
      if (literal.type === 'integer') return BigInt(literal.text.replaceAll('_', '')).toString();
      return String(read.value).replace(/^\d+$/, '$&.0');
    case 'boolean':
      return String(read.value);
    default:
      return undefined;
  }
}
