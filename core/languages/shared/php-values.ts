import type { Node } from 'web-tree-sitter';
import { type Entry, HOLE, type Value } from '../../facts/fact';
import { textOf } from '../../facts/values';
import { rangeOf } from '../../language';
import type { Range } from '../../text';
import { call, unwrap } from './php-names';
import { hasHoles, isPlainText, stringText } from './php-strings';

/** A parameter of Symfony's that the environment gives: `%env(int:PORT)%`. */
const PARAMETER = /^%env\((?:[\w.]+:)*(\w+)\)%$/;
const NUMBER = /^(?:0[xX][\dA-Fa-f]+|0[bB][01]+|0[oO]?[0-7]+|\d+)$/;
const LARGEST = 2n ** 63n - 1n;

export function value(wrapped: Node, of: (node: Node) => Value): Value | undefined {
  const node = unwrap(wrapped);
  const range = rangeOf(node);
  switch (node.type) {
    case 'string':
    case 'encapsed_string':
    case 'heredoc':
    case 'nowdoc':
      return text(node, range);
    case 'integer':
    case 'float':
      return number(node, range);
    case 'boolean':
      return { kind: 'boolean', value: node.text.toLowerCase() === 'true', range };
    case 'null':
      return { kind: 'null', range };
    case 'array_creation_expression':
      return array(node, of);
    case 'binary_expression':
      return binary(node, of);
    case 'conditional_expression': {
      const arms = ['condition', 'body', 'alternative'].map((field) => node.childForFieldName(field));
      return { kind: 'either', values: arms.filter((arm) => arm !== null).map(of), range };
    }
    case 'unary_op_expression': {
      const operand = node.childForFieldName('argument');
      const sign = node.childForFieldName('operator')?.text;
      const read = operand && of(operand);
      if (read?.kind !== 'number' || !/^[-+]$/.test(sign ?? '')) return { kind: 'unknown', range };
      return { kind: 'number', value: sign === '-' ? -read.value : read.value, range };
    }
    case 'function_call_expression':
    case 'scoped_call_expression':
      return configured(node, of) ?? (node.id === wrapped.id ? undefined : of(node));
    default:
      return node.id === wrapped.id ? undefined : of(node);
  }
}

function text(node: Node, range: Range): Value {
  const said = stringText(node);
  const name = PARAMETER.exec(said)?.[1];
  if (name !== undefined) return { kind: 'env', name, fallback: undefined, range };
  return { kind: hasHoles(node) ? 'template' : 'string', text: said, range };
}

/** Laravel's configuration, which its files take from the environment: `config('app.key', $default)`. */
function configured(node: Node, of: (node: Node) => Value): Value | undefined {
  const isConfig =
    node.type === 'function_call_expression'
      ? node.childForFieldName('function')?.text === 'config'
      : node.childForFieldName('name')?.text === 'get' &&
        /(?:^|\\)Config$/.test(node.childForFieldName('scope')?.text ?? '');
  const [key, fallback] = isConfig ? (call(node)?.args ?? []) : [];
  if (!key || !/string$/.test(key.value.type)) return undefined;
  return { kind: 'env', name: '', fallback: fallback && of(fallback.value), range: rangeOf(node) };
}

function binary(node: Node, of: (node: Node) => Value): Value {
  const range = rangeOf(node);
  const sides = ['left', 'right'].flatMap((field) => node.childForFieldName(field) ?? []).map(of);
  switch (node.childForFieldName('operator')?.text) {
    case '??':
      return { kind: 'either', values: sides, range };
    case '.':
      return { kind: 'template', text: sides.map((side) => textOf(side) ?? HOLE).join(''), range };
    default:
      return { kind: 'unknown', range };
  }
}

/** An array with keys is an object; an element without one has a place only. */
function array(node: Node, of: (node: Node) => Value): Value {
  const range = rangeOf(node);
  const elements = node.namedChildren.filter(({ type }) => type === 'array_element_initializer');
  if (!elements.some((element) => element.namedChildCount > 1)) {
    const items = elements.flatMap((element) => element.namedChildren[0] ?? []);
    return { kind: 'array', items: items.map(of), range };
  }
  const entries: Entry[] = [];
  let open = false;
  for (const element of elements) {
    const [key, held] = element.namedChildren.filter(({ type }) => type !== 'comment');
    if (key && held && /string$/.test(key.type) && !hasHoles(key)) {
      entries.push({ key: stringText(key), keyRange: rangeOf(key), value: of(held) });
    } else open = true;
  }
  return { kind: 'object', entries, open, range };
}

function number(node: Node, range: Range): Value {
  const read = node.type === 'integer' ? Number(integer(node)) : float(node);
  return Number.isNaN(read) ? { kind: 'unknown', range } : { kind: 'number', value: read, range };
}

/** A whole number that fits; `017` is octal. */
function integer(node: Node): bigint | undefined {
  const source = node.text.replaceAll('_', '');
  if (!NUMBER.test(source)) return undefined;
  const octal = /^0[oO]?([0-7]+)$/.exec(source)?.[1];
  const read = BigInt(octal === undefined ? source : `0o${octal}`);
  return read <= LARGEST ? read : undefined;
}

function float(node: Node): number {
  return Number(node.text.replaceAll('_', ''));
}

/** A float keeps its point. */
export function literalText(literal: Node): string | undefined {
  switch (literal.type) {
    case 'string':
    case 'encapsed_string':
      return isPlainText(literal) ? stringText(literal) : undefined;
    case 'integer':
      return integer(literal)?.toString();
    case 'float':
      return String(float(literal)).replace(/^\d+$/, '$&.0');
    case 'boolean':
      return literal.text.toLowerCase();
    default:
      return undefined;
  }
}
