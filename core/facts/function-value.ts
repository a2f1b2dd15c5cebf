import type { Node } from 'web-tree-sitter';
import { type Language, rangeOf } from '../language';
import type { Value } from './fact';

type FunctionValue = Extract<Value, { kind: 'function' }>;

/** So much of a function is looked into; what signal handlers and the like do is shorter. */
const MOST_NODES = 3_000;
const MOST_CALLS = 200;
const ASSIGNS = /assignment|^(?:update_expression|inc_statement|dec_statement)$/;
const LEAVES = /^(?:raise|throw|exit|break)(?:_statement|_expression)?$/;
/** Where a name of Ruby that stands alone is a call without arguments. */
const STATEMENTS = /^(?:body_statement|block_body|then)$/;
const NOTHING = /^(?:comment|line_comment|block_comment|pass_statement|empty_statement)$/;

/** What a function does, as far as the calls in it tell. `nameOf` gives the qualified name of a call's callee. */
export function functionValue(
  fn: Node,
  language: Language,
  nameOf: (callee: Node) => string | undefined,
): FunctionValue {
  const body = fn.childForFieldName('body') ?? fn.namedChildren.at(-1) ?? fn;
  const calls: string[] = [];
  let assigns = false;
  let leaves = false;
  let left = MOST_NODES;
  const look = (node: Node): void => {
    if (left-- <= 0 || calls.length >= MOST_CALLS) return;
    const shape = language.call(node);
    if (shape) calls.push(`${nameOf(shape.callee) ?? '?'}${shape.sign ? `.${shape.sign}` : ''}`);
    assigns ||= ASSIGNS.test(node.type);
    leaves ||= LEAVES.test(node.type);
    const isBlock = STATEMENTS.test(node.type);
    for (const child of node.namedChildren) {
      if (isBlock && child.type === 'identifier') calls.push(nameOf(child) ?? child.text);
      look(child);
    }
  };
  look(body);
  const isBlock =
    body.namedChildren.every(({ type }) => NOTHING.test(type)) && /^[\s{(|]*[^\w]/.test(body.text);
  return {
    kind: 'function',
    name: language.functionName(fn) ?? '',
    calls,
    assigns,
    leaves,
    isEmpty: isBlock || NOTHING.test(body.type) || body.text.trim() === 'pass',
    body: rangeOf(body),
    range: rangeOf(fn),
  };
}
