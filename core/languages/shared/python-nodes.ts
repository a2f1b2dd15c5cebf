import type { Node } from 'web-tree-sitter';
import { HOLE } from '../../facts/fact';
import type { CallShape, Chain } from '../../language';
import { unescaped } from './python-strings';

export function unwrap(node: Node): Node {
  let at = node;
  while (at.type === 'parenthesized_expression' || at.type === 'await') {
    const inner = at.namedChildren[0];
    if (!inner) break;
    at = inner;
  }
  return at;
}

export function call(node: Node): CallShape | undefined {
  const [bare] = node.type === 'decorator' ? node.namedChildren : [];
  if (bare && bare.type !== 'call') return { callee: bare, args: [], construct: false, annotation: true };
  const callee = node.type === 'call' ? node.childForFieldName('function') : null;
  if (!callee) return undefined;
  const list = node.childForFieldName('arguments');
  const args = [];
  for (const child of list?.type === 'argument_list' ? list.namedChildren : []) {
    if (child.type === 'comment') continue;
    const held = child.type === 'keyword_argument' ? child.childForFieldName('value') : child;
    const name = child.type === 'keyword_argument' ? child.childForFieldName('name')?.text : undefined;
    if (held) args.push({ name, value: held });
  }
  return { callee, args, construct: /^[A-Z]/.test(lastName(callee)) };
}

function lastName(callee: Node): string {
  return (callee.type === 'attribute' ? callee.childForFieldName('attribute') : callee)?.text ?? '';
}

export function chain(node: Node): Chain | undefined {
  const members: string[] = [];
  let at = unwrap(node);
  for (;;) {
    const object = at.childForFieldName(at.type === 'subscript' ? 'value' : 'object');
    if (at.type === 'attribute' && object) members.unshift(at.childForFieldName('attribute')?.text ?? '?');
    else if (at.type === 'subscript' && object) {
      const index = at.childForFieldName('subscript');
      members.unshift(index?.type === 'string' ? stringText(index) : '?');
    } else return { base: at, members };
    at = unwrap(object);
  }
}

export function stringText(node: Node): string {
  if (node.type !== 'string') return HOLE;
  // The grammar's `string_content` lacks some escapes: the source between the quotes says it all.
  const source = node.text;
  const prefix = prefixOf(node);
  const opening = node.firstNamedChild?.text ?? '';
  const quotes = opening.slice(prefix.length);
  const end = node.lastNamedChild?.text.endsWith(quotes) ? source.length - quotes.length : source.length;
  let at = opening.length;
  let text = '';
  for (const hole of node.namedChildren.filter(({ type }) => type === 'interpolation')) {
    text += unescaped(source.slice(at, hole.startIndex - node.startIndex), prefix) + HOLE;
    at = hole.endIndex - node.startIndex;
  }
  return text + unescaped(source.slice(at, Math.max(at, end)), prefix);
}

export function prefixOf(string: Node): string {
  return /^[A-Za-z]*/.exec(string.text.slice(0, 3))?.[0] ?? '';
}
