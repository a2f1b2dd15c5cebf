import type { Node } from 'web-tree-sitter';
import type { Bound } from '../../language';
import { around } from './around';
import { unwrap, wholeOf } from './csharp-values';

/** What these hold counts, not that they hold one. */
const PLAIN = /^(?:String|Object|Int32|Int64|Boolean|Double|Decimal|dynamic|T)$/;
const NAMED_TYPE = /^(?:identifier|qualified_name|alias_qualified_name|generic_name|nullable_type)$/;
const DECLARATION = /^(?:class|struct|interface|enum|record|delegate|enum_member)_declaration$/;
const FUNCTION = /^(?:constructor|method)_declaration$/;

/** What a name is bound to where it is declared or assigned. A method's name is no variable's. */
export function binding(node: Node): Bound {
  const identifier = wholeOf(node);
  const parent = identifier.parent;
  if (!parent) return undefined;
  if (identifier.type === 'implicit_parameter') return 'rebound';
  const isField = (field: string): boolean => parent.childForFieldName(field)?.id === identifier.id;
  if (DECLARATION.test(parent.type)) return isField('name') ? 'rebound' : undefined;
  switch (parent.type) {
    case 'variable_declarator':
      return isField('name') ? declared(parent, identifier) : undefined;
    case 'property_declaration':
      return isField('name') ? property(parent) : undefined;
    case 'parameter':
    case 'declaration_expression':
    case 'declaration_pattern':
    case 'recursive_pattern':
    case 'catch_declaration':
      return isField('name') ? ofType(parent.childForFieldName('type')) : undefined;
    case 'foreach_statement':
      return isField('left') ? ofType(parent.childForFieldName('type')) : undefined;
    case 'assignment_expression':
      return isField('left') ? assigned(parent, identifier) : undefined;
    case 'member_access_expression': {
      const assignment = parent.childForFieldName('expression')?.type === 'this' ? parent.parent : null;
      const isTarget = assignment?.childForFieldName('left')?.id === parent.id;
      return assignment?.type === 'assignment_expression' && isTarget
        ? assigned(assignment, identifier)
        : undefined;
    }
    case 'argument':
      return /^(?:out|ref)$/.test(parent.children[0]?.type ?? '') ? 'rebound' : undefined;
    case 'prefix_unary_expression':
    case 'postfix_unary_expression':
      return parent.children.some(({ type }) => type === '++' || type === '--') ? 'rebound' : undefined;
    case 'parameter_list':
    case 'tuple_pattern':
    case 'var_pattern':
    case 'parenthesized_variable_designation':
    case 'type_parameter':
      return 'rebound';
    case 'from_clause':
    case 'let_clause':
    case 'join_clause':
      return isField('name') ? 'rebound' : undefined;
    default:
      return undefined;
  }
}

const CLASSES = new Set(['declaration_list', 'enum_member_declaration_list']);
const BLOCKS = new Set([
  ...CLASSES,
  'block',
  'for_statement',
  'foreach_statement',
  'using_statement',
  'catch_clause',
  'switch_section',
  'switch_expression_arm',
  'lambda_expression',
  'anonymous_method_expression',
  'local_function_statement',
  'method_declaration',
  'constructor_declaration',
  'operator_declaration',
  'indexer_declaration',
  'accessor_declaration',
  'query_expression',
  'class_declaration',
  'struct_declaration',
  'record_declaration',
]);

export function declaredIn(node: Node): Node | undefined {
  const identifier = wholeOf(node);
  const parent = identifier.parent;
  switch (parent?.type) {
    case 'assignment_expression':
    case 'argument':
    case 'prefix_unary_expression':
    case 'postfix_unary_expression':
      return undefined;
    case 'member_access_expression':
      return around(identifier, CLASSES);
    default:
      return parent && DECLARATION.test(parent.type) ? around(parent, BLOCKS) : around(identifier, BLOCKS);
  }
}

function declared(declarator: Node, name: Node): Bound {
  const declaration = declarator.parent;
  const value = declarator.namedChildren.filter(({ type }) => type !== 'comment').at(-1);
  const type = declaration?.childForFieldName('type') ?? null;
  if (value && value.id !== name.id && !isNothing(value)) return valued(value, type);
  // A local variable without a value gets it where it is assigned.
  return declaration?.parent?.type === 'local_declaration_statement' ? 'declared' : ofType(type);
}

function isNothing(value: Node): boolean {
  return /^(?:null_literal|default_expression)$/.test(unwrap(value).type);
}

/** What `new(…)` makes, and what a method of the class itself returns, is better known by the type. */
function valued(value: Node, type: Node | null): Bound {
  const callee = value.type === 'invocation_expression' ? value.childForFieldName('function') : null;
  const isOwn = callee !== null && /^(?:identifier|generic_name)$/.test(callee.type);
  const known = isOwn || value.type === 'implicit_object_creation_expression' ? ofType(type) : undefined;
  return typeof known === 'object' ? known : { value, members: [] };
}

/** A property that can be set may hold anything of its type. */
function property(declaration: Node): Bound {
  const accessors = declaration.childForFieldName('accessors')?.namedChildren ?? [];
  const isSettable = accessors.some((accessor) =>
    accessor.children.some(({ type }) => type === 'set' || type === 'init'),
  );
  const value = declaration.childForFieldName('value');
  const held = value?.type === 'arrow_expression_clause' ? value.namedChildren[0] : value;
  const type = declaration.childForFieldName('type');
  return held && !isSettable && !isNothing(held) ? valued(held, type) : ofType(type);
}

function ofType(type: Node | null): Bound {
  const inner =
    type?.type === 'nullable_type' ? (type.childForFieldName('type') ?? type.namedChildren[0]) : type;
  if (!inner || !NAMED_TYPE.test(inner.type) || PLAIN.test(inner.text)) return 'rebound';
  return { value: inner, members: [], instance: true };
}

/** Members of an initializer and of an attribute are no variables; a member handed in keeps its declared type. */
function assigned(assignment: Node, identifier: Node): Bound {
  if (/^(?:initializer_expression|attribute_argument|with_initializer)$/.test(assignment.parent?.type ?? ''))
    return undefined;
  const right = assignment.childForFieldName('right');
  if (!right || assignment.childForFieldName('operator')?.text !== '=') return 'rebound';
  if (isNothing(right)) return undefined;
  const other = right.type === 'binary_expression' ? right.childForFieldName('right') : null;
  const value = unwrap(
    (other?.type === 'throw_expression' ? right.childForFieldName('left') : right) ?? right,
  );
  if (value.type === 'identifier' && (value.text === identifier.text || isHandedIn(value))) return undefined;
  return { value: right, members: [] };
}

/** Whether a name is a parameter of the function around it, of a type that says more than the name does. */
function isHandedIn(name: Node): boolean {
  let at: Node | null = name.parent;
  while (at && !FUNCTION.test(at.type)) at = at.parent;
  const parameters = at?.childForFieldName('parameters')?.namedChildren ?? [];
  const parameter = parameters.find((one) => one.childForFieldName('name')?.text === name.text);
  return typeof ofType(parameter?.childForFieldName('type') ?? null) === 'object';
}
