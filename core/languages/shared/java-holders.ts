import type { Node } from 'web-tree-sitter';
import type { Holder } from '../../facts/fact';
import { climbing } from './climbing';
import { chain } from './java-names';
import { stringMeaning } from './java-strings';
import { partsOf } from './java-values';

const SETTER = /^set[A-Z]/;
const PUTTER = /^(?:put|setProperty|putIfAbsent)$/;

export const holder = climbing((parent, at) => {
  switch (parent.type) {
    case 'variable_declarator': {
      const isLocal = parent.parent?.type === 'local_variable_declaration';
      return held(parent.childForFieldName('name'), isLocal ? 'variable' : 'attribute');
    }
    case 'assignment_expression':
      return parent.childForFieldName('right')?.id === at.id
        ? target(parent.childForFieldName('left'))
        : undefined;
    case 'annotation_argument_list':
      return held(parent.parent?.childForFieldName('name'), 'argument');
    case 'element_value_pair':
      return element(parent, at);
    case 'argument_list':
      return argument(parent, at);
    case 'binary_expression':
      if (parent.childForFieldName('operator')?.text !== '+') return undefined;
      break;
    case 'ternary_expression':
      if (parent.childForFieldName('condition')?.id === at.id) return undefined;
      break;
    case 'parenthesized_expression':
    case 'cast_expression':
    case 'element_value_array_initializer':
      break;
    default:
      return undefined;
  }
  return 'on';
});

function held(name: Node | null | undefined, kind: Holder['kind'], owner?: string): Holder | undefined {
  return name ? { name: lastOf(name.text), kind, owner } : undefined;
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** `@Value("x")` and `@Value(value = "x")` are the same. */
function element(pair: Node, at: Node): Holder | undefined {
  const key = pair.childForFieldName('key');
  const annotation = pair.parent?.parent?.childForFieldName('name');
  if (!key || key.id === at.id) return undefined;
  return key.text === 'value'
    ? held(annotation, 'argument')
    : held(key, 'argument', annotation ? lastOf(annotation.text) : undefined);
}

/** The only argument of a setter, and the value of a key: `db.setHost("…")`, `settings.put("host", "…")`. */
function argument(list: Node, at: Node): Holder | undefined {
  const call = list.parent;
  const method = call?.type === 'method_invocation' ? call.childForFieldName('name') : null;
  if (!method) return undefined;
  const [first, second, third] = partsOf(list);
  const owner = ownerOf(method);
  if (!second && SETTER.test(method.text)) {
    const name = method.text.charAt(3).toLowerCase() + method.text.slice(4);
    return { name, kind: 'attribute', owner };
  }
  const isValue = second?.id === at.id && !third && PUTTER.test(method.text);
  return isValue && first?.type === 'string_literal'
    ? { name: stringMeaning(first.text), kind: 'key', owner }
    : undefined;
}

function ownerOf(member: Node): string | undefined {
  const reached = chain(member);
  if (!reached) return undefined;
  return reached.members.at(-2) ?? (/identifier$/.test(reached.base.type) ? reached.base.text : undefined);
}

function target(left: Node | null): Holder | undefined {
  if (left?.type === 'identifier') return held(left, 'variable');
  const field = left?.type === 'field_access' ? left.childForFieldName('field') : null;
  const reached = left && field ? chain(left) : undefined;
  if (!reached) return undefined;
  const owner =
    reached.members.length > 0 && reached.base.type === 'identifier' ? reached.base.text : undefined;
  return held(field, 'attribute', reached.members.at(-2) ?? owner);
}

export function given(node: Node): Node | undefined {
  const key = node.type === 'string_fragment' ? node.parent : node;
  const parent = key?.parent;
  if (!key || !parent) return undefined;
  const isField = (field: string): boolean => parent.childForFieldName(field)?.id === key.id;
  switch (parent.type) {
    case 'variable_declarator':
      return isField('name') ? (parent.childForFieldName('value') ?? undefined) : undefined;
    case 'element_value_pair':
      return isField('key') ? (parent.childForFieldName('value') ?? undefined) : undefined;
    case 'assignment_expression':
      return isField('left') ? (parent.childForFieldName('right') ?? undefined) : undefined;
    case 'field_access': {
      const assignment = parent.parent;
      const isTarget =
        assignment?.type === 'assignment_expression' &&
        assignment.childForFieldName('left')?.id === parent.id &&
        isField('field');
      return isTarget ? (assignment.childForFieldName('right') ?? undefined) : undefined;
    }
    case 'method_invocation': {
      const [first, second] = partsOf(parent.childForFieldName('arguments'));
      return isField('name') && !second && SETTER.test(key.text) ? first : undefined;
    }
    case 'argument_list': {
      const [first, second, third] = partsOf(parent);
      const method = parent.parent?.childForFieldName('name')?.text ?? '';
      return first?.id === key.id && !third && PUTTER.test(method) ? second : undefined;
    }
    default:
      return undefined;
  }
}
