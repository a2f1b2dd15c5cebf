import type { Node } from 'web-tree-sitter';
import type { Holder } from '../../facts/fact';
import type { Binding, Bound } from '../../language';
import { around } from './around';
import { climbing } from './climbing';
import { chain, unwrap } from './php-names';
import { stringText } from './php-strings';

const SUPERGLOBAL = /^\$(?:_[A-Z]+|GLOBALS)$/;
const DECLARED = /^(?:class|interface|trait|enum)_declaration$|^function_definition$/;

export function binding(identifier: Node): Bound {
  if (identifier.type === 'relative_scope' || /^(?:\$this|self|static|parent)$/.test(identifier.text))
    return 'rebound';
  const parent = identifier.parent;
  if (!parent || SUPERGLOBAL.test(identifier.text)) return undefined;
  const isField = (field: string): boolean => parent.childForFieldName(field)?.id === identifier.id;
  if (DECLARED.test(parent.type)) return isField('name') ? 'rebound' : undefined;
  switch (parent.type) {
    case 'assignment_expression':
    case 'reference_assignment_expression':
    case 'augmented_assignment_expression': {
      const held = parent.childForFieldName('right');
      if (!isField('left') || !held) return undefined;
      const operator = parent.childForFieldName('operator')?.text;
      return operator === undefined || operator === '??=' ? { value: held, members: [] } : 'rebound';
    }
    case 'static_variable_declaration': {
      const held = parent.childForFieldName('value');
      return held ? { value: held, members: [] } : 'rebound';
    }
    case 'const_element': {
      const held = parent.lastNamedChild;
      return parent.firstNamedChild?.id === identifier.id && held ? { value: held, members: [] } : undefined;
    }
    case 'simple_parameter':
    case 'property_promotion_parameter':
      return isField('name') ? parameter(parent) : undefined;
    case 'foreach_statement':
      return parent.namedChildren[0]?.id === identifier.id ? undefined : 'rebound';
    case 'catch_clause':
      return isField('name') ? 'rebound' : undefined;
    case 'pair':
    case 'by_ref':
    case 'list_literal':
    case 'variadic_parameter':
    case 'update_expression':
    case 'unset_statement':
      return 'rebound';
    case 'global_declaration':
      return 'outer';
    default:
      return undefined;
  }
}

const CLASSES = new Set([
  'class_declaration',
  'interface_declaration',
  'trait_declaration',
  'enum_declaration',
  'anonymous_class',
]);
const FUNCTIONS = new Set([
  'function_definition',
  'method_declaration',
  'anonymous_function',
  'arrow_function',
]);

export function declaredIn(identifier: Node): Node | undefined {
  const parent = identifier.parent;
  if (!parent || parent.type === 'relative_scope') return identifier.tree.rootNode;
  if (DECLARED.test(parent.type)) return identifier.tree.rootNode;
  return around(parent, parent.type === 'const_element' ? CLASSES : FUNCTIONS);
}

/** A parameter holds an instance of its class, where it has one. */
function parameter(node: Node): Binding | 'rebound' {
  const type = node.childForFieldName('type');
  const named = type?.type === 'optional_type' ? type.namedChildren[0] : type;
  const value = named?.type === 'named_type' ? named.namedChildren[0] : undefined;
  return value ? { value, members: [], instance: true } : 'rebound';
}

export const holder = climbing((parent, at) => {
  const isIn = (field: string): boolean => parent.childForFieldName(field)?.id === at.id;
  switch (parent.type) {
    case 'assignment_expression':
    case 'augmented_assignment_expression':
      return isIn('right') ? target(parent.childForFieldName('left')) : undefined;
    case 'array_element_initializer': {
      const [key] = parent.namedChildren;
      if (!key || key.id === at.id || !isText(key)) return undefined;
      const owner = parent.parent ? holder(parent.parent)?.name : undefined;
      return { name: stringText(key), kind: 'key', owner };
    }
    case 'argument': {
      const name = parent.childForFieldName('name')?.text ?? definedBy(parent);
      if (name === undefined) return undefined;
      const kind = parent.childForFieldName('name') ? 'argument' : 'variable';
      return { name, kind, owner: undefined };
    }
    case 'simple_parameter':
    case 'property_promotion_parameter':
      return isIn('default_value') ? named(parent.childForFieldName('name'), 'parameter') : undefined;
    case 'property_element':
      return isIn('default_value') ? named(parent.childForFieldName('name'), 'attribute') : undefined;
    case 'static_variable_declaration':
      return named(parent.childForFieldName('name'), 'variable');
    case 'const_element':
      return named(parent.firstNamedChild, 'variable');
    case 'binary_expression':
      if (!/^(?:\?\?|or|xor|and)$/.test(parent.childForFieldName('operator')?.text ?? '')) return undefined;
      break;
    case 'conditional_expression':
      break;
    default:
      if (unwrap(parent).id !== unwrap(at).id) return undefined;
  }
  return 'on';
});

function isText(node: Node): boolean {
  return node.type === 'string' || node.type === 'encapsed_string';
}

function named(node: Node | null, kind: Holder['kind']): Holder | undefined {
  return node ? { name: node.text.replace(/^\$/, ''), kind, owner: undefined } : undefined;
}

function target(left: Node | null): Holder | undefined {
  if (left?.type === 'variable_name') return named(left, 'variable');
  const reached = left ? chain(left) : undefined;
  const name = reached?.members.at(-1);
  if (!reached || name === undefined || name === '?') return undefined;
  const owner = reached.members.at(-2) ?? reached.base.text.replace(/^\$/, '');
  return { name, kind: 'attribute', owner };
}

/** The constant that `define('NAME', …)` makes of its second argument. */
function definedBy(argument: Node): string | undefined {
  const [name, value] = argument.parent?.namedChildren ?? [];
  const key = name?.namedChildren[0];
  const isDefine = argument.parent?.parent?.childForFieldName('function')?.text === 'define';
  return isDefine && value?.id === argument.id && key && isText(key) ? stringText(key) : undefined;
}

export function given(node: Node): Node | undefined {
  const held = heldBy(node);
  return held && unwrap(held);
}

function heldBy(node: Node): Node | undefined {
  const inner = node.type === 'string_content' || node.parent?.type === 'variable_name';
  const key = inner ? node.parent : node;
  const parent = key?.parent;
  if (!key || !parent) return undefined;
  switch (parent.type) {
    case 'array_element_initializer':
    case 'const_element': {
      const [name, value] = parent.namedChildren;
      return name?.id === key.id ? value : undefined;
    }
    case 'property_element':
    case 'simple_parameter':
    case 'property_promotion_parameter':
      return parent.childForFieldName('default_value') ?? undefined;
    case 'static_variable_declaration':
      return parent.childForFieldName('value') ?? undefined;
    case 'argument': {
      if (parent.childForFieldName('name')?.id === key.id) return parent.lastNamedChild ?? undefined;
      const value = parent.nextNamedSibling;
      return value && definedBy(value) !== undefined ? (value.lastNamedChild ?? undefined) : undefined;
    }
    default: {
      const isMember =
        /^(?:member_access|nullsafe_member_access|subscript|scoped_property_access)_expression$/;
      const left = isMember.test(parent.type) ? parent : key;
      const assignment = left.parent;
      if (!assignment || !/^(?:augmented_)?assignment_expression$/.test(assignment.type)) return undefined;
      if (assignment.childForFieldName('left')?.id !== left.id) return undefined;
      return assignment.childForFieldName('right') ?? undefined;
    }
  }
}
