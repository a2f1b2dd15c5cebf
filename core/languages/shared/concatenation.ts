import type { Node } from 'web-tree-sitter';
import { HOLE, type Value } from '../../facts/fact';
import { rangeOf } from '../../language';

/** Texts joined by `+`, with a hole for each part that is no text; a sum is unknown. */
export function concatenation(node: Node, of: (node: Node) => Value): Value {
  const range = rangeOf(node);
  const parts: Value[] = [];
  let at: Node = node;
  while (isPlus(at)) {
    const left = at.childForFieldName('left');
    const right = at.childForFieldName('right');
    if (!left || !right) return { kind: 'unknown', range };
    parts.unshift(of(right));
    at = left;
  }
  if (at.id === node.id) return { kind: 'unknown', range };
  parts.unshift(of(at));
  if (!parts.some(({ kind }) => kind === 'string' || kind === 'template')) return { kind: 'unknown', range };
  return { kind: 'template', text: parts.map(joined).join(''), range };
}

function isPlus(node: Node): boolean {
  return node.type === 'binary_expression' && node.childForFieldName('operator')?.text === '+';
}

function joined(part: Value): string {
  if (part.kind === 'string' || part.kind === 'template') return part.text;
  return part.kind === 'number' && Number.isInteger(part.value) ? String(part.value) : HOLE;
}
