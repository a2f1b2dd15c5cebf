import type { Node } from 'web-tree-sitter';
import type { Bound } from '../../language';
import { around } from './around';
import { unwrap } from './java-values';

/** Texts and numbers: what these hold counts, not that they hold one. */
const PLAIN = /^(?:String|CharSequence|Integer|Long|Short|Byte|Boolean|Double|Float|Character|Object|T)$/;
const CONFIG = /\b(?:Value|ConfigProperty)$/;

/** What a name is bound to where it is declared or assigned. A method's name is no variable's. */
export function binding(identifier: Node): Bound {
  const parent = identifier.parent;
  if (!parent) return undefined;
  const isField = (field: string): boolean => parent.childForFieldName(field)?.id === identifier.id;
  switch (parent.type) {
    case 'variable_declarator':
      return isField('name') ? declared(parent) : undefined;
    case 'formal_parameter':
      return isField('name') ? typed(parent) : undefined;
    case 'resource':
      return isField('name') ? valued(parent, parent.childForFieldName('value')) : undefined;
    case 'enhanced_for_statement':
      return isField('name') ? typed(parent) : undefined;
    case 'instanceof_expression':
      return isField('name') ? ofType(parent.childForFieldName('right')) : undefined;
    case 'catch_formal_parameter':
    case 'type_pattern':
    case 'record_pattern_component':
      return parent.namedChildren.at(-1)?.id === identifier.id ? 'rebound' : undefined;
    case 'assignment_expression':
      return isField('left') ? assigned(parent, identifier) : undefined;
    case 'field_access': {
      const target = parent.childForFieldName('object')?.type === 'this' ? parent.parent : null;
      const isTarget =
        target?.type === 'assignment_expression' && target.childForFieldName('left')?.id === parent.id;
      return isTarget ? assigned(target, identifier) : undefined;
    }
    case 'update_expression':
    case 'inferred_parameters':
    case 'type_parameter':
      return 'rebound';
    case 'lambda_expression':
      return isField('parameters') ? 'rebound' : undefined;
    case 'class_declaration':
    case 'interface_declaration':
    case 'enum_declaration':
    case 'record_declaration':
    case 'annotation_type_declaration':
    case 'enum_constant':
      return isField('name') ? 'rebound' : undefined;
    default:
      return undefined;
  }
}

const CLASSES = new Set(['class_body', 'interface_body', 'enum_body', 'annotation_type_body']);
const BLOCKS = new Set([
  ...CLASSES,
  'block',
  'constructor_body',
  'for_statement',
  'enhanced_for_statement',
  'try_with_resources_statement',
  'catch_clause',
  'switch_block_statement_group',
  'switch_rule',
  'lambda_expression',
  'method_declaration',
  'constructor_declaration',
  'compact_constructor_declaration',
  'record_declaration',
]);
const NAMED = /^(?:class|interface|enum|record|annotation_type)_declaration$/;

/** A local variable without a value is declared where it stands and gets its value elsewhere. */
export function declaredIn(identifier: Node): Node | undefined {
  const parent = identifier.parent;
  switch (parent?.type) {
    case 'assignment_expression':
    case 'update_expression':
      return undefined;
    case 'field_access':
      return around(identifier, CLASSES);
    default:
      return parent && NAMED.test(parent.type) ? around(parent, BLOCKS) : around(identifier, BLOCKS);
  }
}

function declared(declarator: Node): Bound {
  const declaration = declarator.parent;
  if (!declaration) return undefined;
  if (declaration.type === 'spread_parameter') return 'rebound';
  const value = declarator.childForFieldName('value');
  if (value && value.type !== 'null_literal') return valued(declaration, value);
  // A local variable without a value gets it where it is assigned.
  return declaration.type === 'local_variable_declaration' ? 'declared' : typed(declaration);
}

/** A variable with a value; what a method of the class itself returns is better known by the variable's type. */
function valued(declaration: Node, value: Node | null): Bound {
  if (!value) return undefined;
  const isOwn = value.type === 'method_invocation' && !value.childForFieldName('object');
  const type = isOwn ? ofType(declaration.childForFieldName('type')) : undefined;
  return typeof type === 'object' ? type : { value, members: [] };
}

/** A declaration without a value: the configuration it is annotated with, else its type. */
function typed(declaration: Node): Bound {
  const modifiers = declaration.namedChildren.find(({ type }) => type === 'modifiers');
  const config = modifiers?.namedChildren.find(
    (one) => one.type === 'annotation' && CONFIG.test(one.childForFieldName('name')?.text ?? ''),
  );
  return config ? { value: config, members: [] } : ofType(declaration.childForFieldName('type'));
}

function ofType(type: Node | null): Bound {
  const isNamed = type && /^(?:type_identifier|scoped_type_identifier|generic_type)$/.test(type.type);
  if (!isNamed || type.text === 'var' || PLAIN.test(type.text)) return 'rebound';
  return { value: type, members: [], instance: true };
}

function assigned(assignment: Node, identifier: Node): Bound {
  const right = assignment.childForFieldName('right');
  if (!right || assignment.childForFieldName('operator')?.text !== '=') return 'rebound';
  if (right.type === 'null_literal') return undefined;
  const value = unwrap(right);
  if (value.type === 'identifier' && (value.text === identifier.text || isHandedIn(value))) return undefined;
  return { value: right, members: [] };
}

/** Whether a name is a parameter of the function around it, of a type that says more than the name does. */
function isHandedIn(name: Node): boolean {
  let at: Node | null = name.parent;
  while (at && !/^(?:constructor|method)_declaration$/.test(at.type)) at = at.parent;
  const parameters = at?.childForFieldName('parameters')?.namedChildren ?? [];
  const parameter = parameters.find((one) => one.childForFieldName('name')?.text === name.text);
  return parameter !== undefined && typeof typed(parameter) === 'object';
}
