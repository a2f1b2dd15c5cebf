import type { Node } from 'web-tree-sitter';
import type { Holder } from '../../facts/fact';
import { climbing } from './climbing';
import { chain } from './rust-names';
import { passing, STRINGS, unwrap } from './rust-values';

/** `#[default("…")]` gives its text to `default`; the arguments of a macro are given to nobody. */
function inAttribute(tokens: Node): Holder | undefined {
  const name = tokens.parent?.type === 'attribute' ? tokens.parent.namedChildren[0]?.text : undefined;
  return name === undefined ? undefined : { name, kind: 'argument', owner: undefined };
}

export const holder = climbing((parent, at) => {
  const isField = (field: string): boolean => parent.childForFieldName(field)?.id === at.id;
  switch (parent.type) {
    case 'let_declaration':
      return isField('value') ? target(parent.childForFieldName('pattern')) : undefined;
    case 'const_item':
    case 'static_item':
      return isField('value') ? target(parent.childForFieldName('name')) : undefined;
    case 'token_tree':
      return inAttribute(parent);
    case 'assignment_expression':
      return isField('right') ? target(parent.childForFieldName('left')) : undefined;
    case 'field_initializer':
      return isField('value') ? keyHolder(parent) : undefined;
    case 'arguments':
    case 'field_expression':
      if (!parent.parent || !passing(parent.parent)) return undefined;
      break;
    case 'block':
      if (parent.namedChildren.at(-1)?.id !== at.id) return undefined;
      break;
    case 'if_expression':
      if (isField('condition')) return undefined;
      break;
    case 'match_expression':
    case 'match_arm':
      if (!isField(parent.type === 'match_arm' ? 'value' : 'body')) return undefined;
      break;
    case 'call_expression':
    case 'closure_expression':
    case 'else_clause':
    case 'match_block':
    case 'reference_expression':
    case 'parenthesized_expression':
    case 'try_expression':
    case 'await_expression':
      break;
    default:
      return undefined;
  }
  return 'on';
});

function target(left: Node | null): Holder | undefined {
  const at = left?.type === 'mut_pattern' ? left.namedChildren.at(-1) : left;
  if (at?.type === 'identifier') return { name: at.text, kind: 'variable', owner: undefined };
  const reached = at && /^(?:field|index)_expression$/.test(at.type) ? chain(at) : undefined;
  const name = reached?.members.at(-1);
  if (!reached || name === undefined || name === '?') return undefined;
  return { name, kind: 'attribute', owner: reached.members.at(-2) ?? reached.base.text };
}

/** A field of a struct that nothing holds belongs to its type: to `Options` in `redis::Options { host: "…" }`. */
function keyHolder(field: Node): Holder | undefined {
  const name = field.childForFieldName('field')?.text;
  const struct = field.parent?.parent;
  if (name === undefined || !struct) return undefined;
  const type = struct.childForFieldName('name');
  const own = type && chain(type);
  const owner = holder(struct)?.name ?? own?.members.at(-1) ?? own?.base.text;
  return { name, kind: 'key', owner };
}

export function given(node: Node): Node | undefined {
  const parent = node.parent;
  if (!parent) return undefined;
  const isField = (of: Node, field: string, at: Node): boolean => of.childForFieldName(field)?.id === at.id;
  if (/^(?:let_declaration|const_item|static_item|field_initializer)$/.test(parent.type)) {
    const isName = ['pattern', 'name', 'field'].some((field) => isField(parent, field, node));
    return isName ? bare(parent.childForFieldName('value')) : undefined;
  }
  const key = STRINGS.has(parent.type) ? parent : node;
  const left = /^(?:field|index)_expression$/.test(key.parent?.type ?? '') ? key.parent : key;
  const assignment = left?.parent;
  if (!left || assignment?.type !== 'assignment_expression' || !isField(assignment, 'left', left))
    return undefined;
  return bare(assignment.childForFieldName('right'));
}

/** The value itself, or the literal that stands in for it. */
function bare(node: Node | null): Node | undefined {
  for (let at = node; at; ) {
    const passed = passing(at);
    const inner = unwrap(at);
    if (passed?.otherwise && !STRINGS.has(inner.type)) {
      const instead = passed.otherwise;
      at = instead.type === 'closure_expression' ? instead.childForFieldName('body') : instead;
    } else if (passed && !STRINGS.has(inner.type)) at = passed.inner;
    else return inner;
  }
  return undefined;
}
