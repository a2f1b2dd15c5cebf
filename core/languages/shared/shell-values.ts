import type { Node } from 'web-tree-sitter';
import { HOLE, type Value } from '../../facts/fact';
import type { Chain } from '../../language';
import { rangeOf } from '../../language';
import { stringOf, unquoted } from './shell-strings';

type Evaluate = (node: Node) => Value;

export const STRINGS: ReadonlySet<string> = new Set([
  'string',
  'raw_string',
  'ansi_c_string',
  'word',
  'concatenation',
]);
const EXPANSION = /expansion|substitution/;

/** What names a command or a variable; a quoted variable is named as a bare one. */
export function chain(node: Node): Chain | undefined {
  const alone = node.type === 'string' || node.type === 'command_name' ? only(node) : undefined;
  if (alone) return chain(alone);
  switch (node.type) {
    case 'variable_name':
      return { base: node, members: [] };
    case 'word':
      return node.parent?.type === 'command_name' ? { base: node, members: [] } : undefined;
    case 'simple_expansion':
    case 'expansion': {
      const [first] = node.namedChildren;
      // What is cut, counted or replaced is not the variable's value; what has a default is one of two.
      const isWhole = /^(?::?[?])?$/.test(node.childForFieldName('operator')?.text ?? '');
      return first?.type === 'variable_name' && isWhole ? { base: first, members: [] } : undefined;
    }
    default:
      return undefined;
  }
}

/** The one part of a node that has no other, so that `"$PORT"` is `$PORT`. */
function only(node: Node): Node | undefined {
  const [first, second] = node.namedChildren;
  if (!first || second) return undefined;
  const quotes = node.type === 'string' ? 2 : 0;
  return first.endIndex - first.startIndex === node.endIndex - node.startIndex - quotes ? first : undefined;
}

export function value(node: Node, of: Evaluate): Value | undefined {
  const range = rangeOf(node);
  if (node.parent?.type === 'concatenation') return value(node.parent, of);
  switch (node.type) {
    case 'number':
      return /^(?:0|-?[1-9]\d*)$/.test(node.text)
        ? { kind: 'number', value: Number(node.text), range }
        : { kind: 'string', text: node.text, range };
    case 'word':
      return node.parent?.type === 'command_name'
        ? undefined
        : { kind: 'string', text: stringOf(node.text), range };
    case 'raw_string':
    case 'ansi_c_string':
      return { kind: 'string', text: stringOf(node.text), range };
    case 'string': {
      const inner = only(node);
      if (inner && EXPANSION.test(inner.type)) return of(inner);
      return text(textOf(node), range);
    }
    case 'concatenation':
      return text(textOf(node), range);
    case 'array':
      return {
        kind: 'array',
        items: node.namedChildren.filter(({ type }) => type !== 'comment').map(of),
        range,
      };
    case 'expansion':
      return withDefault(node, of);
    case 'command_substitution':
      return { kind: 'unknown', range };
    default:
      return undefined;
  }
}

function text(read: string, range: Value['range']): Value {
  return { kind: read.includes(HOLE) ? 'template' : 'string', text: read, range };
}

/** `${NAME:-default}` */
function withDefault(node: Node, of: Evaluate): Value | undefined {
  const [name, ...instead] = node.namedChildren;
  const operator = node.childForFieldName('operator')?.text ?? '';
  if (name?.type !== 'variable_name' || !/^:?[-=]$/.test(operator)) return undefined;
  return { kind: 'either', values: [name, ...instead].map(of), range: rangeOf(node) };
}

/** A word as it is read, each expansion a hole. */
function textOf(node: Node): string {
  switch (node.type) {
    case 'concatenation':
      return node.namedChildren.map(textOf).join('');
    case 'string': {
      let read = '';
      let at = 1;
      for (const child of node.namedChildren.filter(({ type }) => EXPANSION.test(type))) {
        read += unquoted(node.text.slice(at, child.startIndex - node.startIndex)) + HOLE;
        at = child.endIndex - node.startIndex;
      }
      return read + unquoted(node.text.slice(at, -1));
    }
    case 'word':
    case 'number':
    case 'raw_string':
    case 'ansi_c_string':
      return stringOf(node.text);
    default:
      return HOLE;
  }
}
