import type { Node } from 'web-tree-sitter';
import type { Holder } from '../../facts/fact';
import type { Bound } from '../../language';
import { around } from './around';
import { climbing } from './climbing';
import { chain, stringText } from './python-nodes';

export function binding(identifier: Node): Bound {
  const parent = identifier.parent;
  if (!parent) return undefined;
  const isField = (field: string): boolean => parent.childForFieldName(field)?.id === identifier.id;
  const held = parent.childForFieldName(parent.type === 'assignment' ? 'right' : 'value');
  switch (parent.type) {
    case 'assignment':
      if (!isField('left')) return undefined;
      return held ? { value: held, members: [] } : 'declared';
    case 'as_pattern_target':
      return opened(parent);
    case 'named_expression':
      return isField('name') && held ? { value: held, members: [] } : undefined;
    case 'augmented_assignment':
    case 'for_statement':
    case 'for_in_clause':
      return isField('left') ? 'rebound' : undefined;
    case 'function_definition':
    case 'class_definition':
    case 'default_parameter':
    case 'typed_default_parameter':
      return isField('name') ? 'rebound' : undefined;
    case 'parameters':
    case 'lambda_parameters':
    case 'typed_parameter':
    case 'pattern_list':
    case 'tuple_pattern':
      return 'rebound';
    case 'global_statement':
    case 'nonlocal_statement':
      return 'outer';
    default:
      return undefined;
  }
}

const SCOPES = new Set(['function_definition', 'lambda', 'class_definition']);
const COMPREHENSIONS = new Set([
  ...SCOPES,
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
]);

/** Every name that a function gives a value is its own, unless it says otherwise. */
export function declaredIn(identifier: Node): Node | undefined {
  const parent = identifier.parent;
  const isDefined = parent?.type === 'function_definition' || parent?.type === 'class_definition';
  if (isDefined) return around(parent, SCOPES);
  return around(identifier, parent?.type === 'for_in_clause' ? COMPREHENSIONS : SCOPES);
}

/** `with smtplib.SMTP(host) as smtp:` gives the name what was opened. */
function opened(target: Node): Bound {
  const pattern = target.parent;
  const held = pattern?.parent?.type === 'with_item' ? pattern.namedChildren[0] : undefined;
  return held ? { value: held, members: [] } : 'rebound';
}

export const holder = climbing((parent, at) => {
  switch (parent.type) {
    case 'assignment':
      return parent.childForFieldName('right')?.id === at.id
        ? target(parent.childForFieldName('left'))
        : undefined;
    case 'named_expression':
      return target(parent.childForFieldName('name'));
    case 'keyword_argument':
      return { name: parent.childForFieldName('name')?.text ?? '', kind: 'argument', owner: undefined };
    case 'default_parameter':
    case 'typed_default_parameter':
      return { name: parent.childForFieldName('name')?.text ?? '', kind: 'parameter', owner: undefined };
    case 'pair': {
      const key = parent.childForFieldName('key');
      if (key?.type !== 'string' || key.id === at.id) return undefined;
      const owner = parent.parent ? holder(parent.parent)?.name : undefined;
      return { name: stringText(key), kind: 'key', owner };
    }
    case 'boolean_operator':
    case 'conditional_expression':
    case 'parenthesized_expression':
      break;
    default:
      return undefined;
  }
  return 'on';
});

function target(left: Node | null): Holder | undefined {
  if (left?.type === 'identifier') return { name: left.text, kind: 'variable', owner: undefined };
  const reached = left ? chain(left) : undefined;
  const name = reached?.members.at(-1);
  if (!reached || name === undefined || name === '?') return undefined;
  return { name, kind: 'attribute', owner: reached.members.at(-2) ?? reached.base.text };
}

export function given(node: Node): Node | undefined {
  const key = node.type === 'string_content' ? node.parent : node;
  const parent = key?.parent;
  if (!key || !parent) return undefined;
  if (parent.type === 'pair')
    return parent.childForFieldName('key')?.id === key.id
      ? (parent.childForFieldName('value') ?? undefined)
      : undefined;
  if (/^(?:keyword_argument|default_parameter|typed_default_parameter)$/.test(parent.type)) {
    return parent.childForFieldName('name')?.id === key.id
      ? (parent.childForFieldName('value') ?? undefined)
      : undefined;
  }
  const left = parent.type === 'attribute' || parent.type === 'subscript' ? parent : key;
  const assignment = left.parent;
  if (assignment?.type !== 'assignment' || assignment.childForFieldName('left')?.id !== left.id)
    return undefined;
  return assignment.childForFieldName('right') ?? undefined;
}
