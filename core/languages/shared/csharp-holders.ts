import type { Node } from 'web-tree-sitter';
import type { Holder } from '../../facts/fact';
import { climbing } from './climbing';
import { chain } from './csharp-names';
import { keyed, keyText, partsOf, STRINGS, wholeOf } from './csharp-values';

export const holder = climbing((parent, at) => {
  switch (parent.type) {
    case 'variable_declarator': {
      const isField = parent.parent?.parent?.type === 'field_declaration';
      return named(parent.childForFieldName('name'), isField ? 'attribute' : 'variable');
    }
    case 'property_declaration':
      return named(parent.childForFieldName('name'), 'attribute');
    case 'assignment_expression':
      return parent.childForFieldName('right')?.id === at.id ? assigned(parent) : undefined;
    case 'initializer_expression':
      return pairOf(parent, at);
    case 'anonymous_object_creation_expression':
      return anonymous(parent, at);
    case 'argument':
      return argument(parent, at);
    case 'attribute_argument':
      return attribute(parent, at);
    case 'parameter':
      return named(parent.childForFieldName('name'), 'parameter');
    case 'binary_expression':
      if (!/^(?:\+|\?\?)$/.test(parent.childForFieldName('operator')?.text ?? '')) return undefined;
      break;
    case 'conditional_expression':
      if (parent.childForFieldName('condition')?.id === at.id) return undefined;
      break;
    case 'parenthesized_expression':
    case 'arrow_expression_clause':
    case 'cast_expression':
      break;
    default:
      return undefined;
  }
  return 'on';
});

function named(name: Node | null | undefined, kind: Holder['kind'], owner?: string): Holder | undefined {
  return name ? { name: name.text, kind, owner } : undefined;
}

function assigned(assignment: Node): Holder | undefined {
  const around = assignment.parent;
  if (around?.type === 'initializer_expression' || around?.type === 'with_initializer') {
    const pair = keyed(assignment);
    const name = pair && keyText(pair.key);
    return name === undefined ? undefined : { name, kind: 'key', owner: ownerOf(around) };
  }
  const left = assignment.childForFieldName('left');
  if (around?.type === 'attribute_argument') return attribute(around, assignment);
  if (left?.type === 'identifier') return named(left, 'variable');
  const reached = left ? chain(left) : undefined;
  const name = reached?.members.at(-1) ?? (reached?.base.type === 'identifier' ? reached.base.text : '?');
  if (!reached || name === '?') return undefined;
  const base =
    reached.members.length > 0 && reached.base.type === 'identifier' ? reached.base.text : undefined;
  return { name: bare(name), kind: 'attribute', owner: bare(reached.members.at(-2) ?? base) };
}

/** An element's name without its brackets. */
function bare<T extends string | undefined>(member: T): T | string {
  return member?.startsWith('[') ? member.slice(1, -1) : member;
}

/** What the object that an initializer belongs to is given to, past the collection or member that it is. */
function ownerOf(initializer: Node): string | undefined {
  const creation = initializer.parent;
  return creation && /creation_expression$|^with_expression$/.test(creation.type)
    ? holder(creation)?.name
    : holder(initializer)?.name;
}

/** The value of `{ "key", value }` in a collection's initializer. */
function pairOf(initializer: Node, at: Node): Holder | undefined {
  const pair = initializer.parent?.type === 'initializer_expression' ? keyed(initializer) : undefined;
  const name = pair?.held.id === at.id ? keyText(pair.key) : undefined;
  if (name === undefined || !initializer.parent) return undefined;
  return { name, kind: 'key', owner: ownerOf(initializer.parent) };
}

function anonymous(object: Node, at: Node): Holder | undefined {
  const index = object.children.findIndex(({ id }) => id === at.id);
  const key = object.children[index - 1]?.type === '=' ? object.children[index - 2] : undefined;
  return named(key, 'key', holder(object)?.name);
}

function argument(node: Node, at: Node): Holder | undefined {
  const [name, held] = partsOf(node);
  return held?.id === at.id ? named(name, 'argument') : undefined;
}

/** `[Route("x")]` holds it by the attribute's name, `[Route(Name = "x")]` by the argument's. */
function attribute(argumentNode: Node, at: Node): Holder | undefined {
  const owner = argumentNode.parent?.parent?.childForFieldName('name');
  if (at.type === 'assignment_expression')
    return named(at.childForFieldName('left'), 'argument', owner?.text);
  const [name, held] = partsOf(argumentNode);
  return held?.id === at.id ? named(name, 'argument', owner?.text) : named(owner, 'argument');
}

export function given(node: Node): Node | undefined {
  const key = node.parent && STRINGS.has(node.parent.type) ? node.parent : wholeOf(node);
  const parent = key.parent;
  if (!parent) return undefined;
  const isField = (field: string): boolean => parent.childForFieldName(field)?.id === key.id;
  switch (parent.type) {
    case 'variable_declarator':
    case 'parameter': {
      const held = partsOf(parent).at(-1);
      return isField('name') && held?.id !== key.id ? held : undefined;
    }
    case 'property_declaration': {
      const value = isField('name') ? parent.childForFieldName('value') : null;
      return (value?.type === 'arrow_expression_clause' ? value.namedChildren[0] : value) ?? undefined;
    }
    case 'assignment_expression':
      return isField('left') ? (parent.childForFieldName('right') ?? undefined) : undefined;
    case 'initializer_expression': {
      const pair = keyed(parent);
      return pair?.key.id === key.id ? pair.held : undefined;
    }
    case 'anonymous_object_creation_expression': {
      const index = parent.children.findIndex(({ id }) => id === key.id);
      return parent.children[index + 1]?.type === '=' ? (parent.children[index + 2] ?? undefined) : undefined;
    }
    case 'attribute_argument':
    case 'argument': {
      const [name, held] = partsOf(parent);
      return name?.id === key.id && held ? held : elementGiven(parent);
    }
    case 'member_access_expression':
      return isField('name') ? rightOf(parent) : undefined;
    default:
      return undefined;
  }
}

/** `settings["key"] = value`, and `["key"] = value` in an initializer. */
function elementGiven(argumentNode: Node): Node | undefined {
  const list = argumentNode.parent;
  const target = list?.type === 'bracketed_argument_list' ? list.parent : list;
  const isElement = target && /^element_(?:access|binding)_expression$/.test(target.type);
  return isElement ? rightOf(target) : undefined;
}

function rightOf(target: Node): Node | undefined {
  const assignment = target.parent;
  if (assignment?.type !== 'assignment_expression') return undefined;
  return assignment.childForFieldName('left')?.id === target.id
    ? (assignment.childForFieldName('right') ?? undefined)
    : undefined;
}
