import type { Node } from 'web-tree-sitter';
import type { Holder } from '../../facts/fact';
import { climbing } from './climbing';
import { chain } from './go-names';
import { stringOf } from './go-strings';
import { converted, STRINGS, unwrap } from './go-values';

export const holder = climbing((parent, at) => {
  switch (parent.type) {
    case 'expression_list':
      return held(parent, at);
    case 'keyed_element':
      return parent.childForFieldName('value')?.id === at.id ? keyHolder(parent) : undefined;
    case 'argument_list':
      if (!parent.parent || (!converted(parent.parent) && !isOr(parent.parent))) return undefined;
      break;
    case 'binary_expression':
      if (parent.childForFieldName('operator')?.text !== '+') return undefined;
      break;
    case 'type_conversion_expression':
      if (!converted(parent)) return undefined;
      break;
    case 'unary_expression':
    case 'parenthesized_expression':
    case 'literal_element':
    case 'call_expression':
      break;
    default:
      return undefined;
  }
  return 'on';
});

function isOr(node: Node): boolean {
  return node.type === 'call_expression' && node.childForFieldName('function')?.text === 'cmp.Or';
}

function held(list: Node, at: Node): Holder | undefined {
  const statement = list.parent;
  const index = list.namedChildren.findIndex((one) => one.id === at.id);
  if (statement?.type === 'var_spec' || statement?.type === 'const_spec') {
    const names = statement.childrenForFieldName('name').filter((name) => name?.type === 'identifier');
    return variable(names[index]?.text);
  }
  if (!statement || statement.childForFieldName('right')?.id !== list.id) return undefined;
  const left = statement.childForFieldName('left')?.namedChildren[index];
  if (left?.type === 'identifier') return variable(left.text);
  const reached = left ? chain(left) : undefined;
  const name = reached?.members.at(-1);
  if (!reached || name === undefined || name === '?') return undefined;
  return { name, kind: 'attribute', owner: reached.members.at(-2) ?? reached.base.text };
}

function variable(name: string | undefined): Holder | undefined {
  return name === undefined ? undefined : { name, kind: 'variable', owner: undefined };
}

/** A field of a literal that nothing holds belongs to its type: to `redis` in `redis.Options{Password: "…"}`. */
function keyHolder(element: Node): Holder | undefined {
  const key = element.childForFieldName('key');
  const literal = element.parent?.parent;
  if (!key || !literal) return undefined;
  const inner = unwrap(key);
  const name = STRINGS.has(inner.type) ? stringOf(inner.text) : inner.text;
  const type = literal.childForFieldName('type');
  const owner =
    holder(literal)?.name ?? (type?.childForFieldName('package') ?? type?.childForFieldName('name'))?.text;
  return { name, kind: 'key', owner };
}

export function given(node: Node): Node | undefined {
  const key = STRINGS.has(node.parent?.type ?? '') ? node.parent : node;
  const element = key?.parent?.type === 'literal_element' ? key.parent : undefined;
  if (element?.parent?.type === 'keyed_element')
    return element.parent.childForFieldName('key')?.id === element.id
      ? bare(element.parent.childForFieldName('value'))
      : undefined;
  const left = /^(?:selector|index)_expression$/.test(key?.parent?.type ?? '') ? key?.parent : key;
  const list = left?.parent;
  if (!left || !list) return undefined;
  const isSpec = list.type === 'var_spec' || list.type === 'const_spec';
  const statement = isSpec ? list : list.parent;
  const names = isSpec
    ? list.childrenForFieldName('name').filter((name) => name?.type === 'identifier')
    : list.namedChildren;
  if (!isSpec && statement?.childForFieldName('left')?.id !== list.id) return undefined;
  const values = statement?.childForFieldName(isSpec ? 'value' : 'right')?.namedChildren ?? [];
  const index = names.findIndex((name) => name?.id === left.id);
  return index >= 0 && values.length === names.length ? bare(values[index]) : undefined;
}

function bare(node: Node | null | undefined): Node | undefined {
  const inner = node && unwrap(node);
  return inner ? (converted(inner) ?? inner) : undefined;
}
