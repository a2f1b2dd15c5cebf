import type { Node } from 'web-tree-sitter';
import type { CallShape, Chain } from '../../language';
import { annotationArguments, partsOf, unwrap } from './java-values';

/** Calls, constructions and annotations. A method has no node for its whole name: its last part stands for it. */
export function call(node: Node): CallShape | undefined {
  switch (node.type) {
    case 'method_invocation':
      return shape(node, 'name', false);
    case 'object_creation_expression':
      return shape(node, 'type', true);
    case 'annotation':
    case 'marker_annotation': {
      const callee = node.childForFieldName('name');
      return callee
        ? { callee, args: annotationArguments(node), construct: false, annotation: true }
        : undefined;
    }
    default:
      return undefined;
  }
}

function shape(node: Node, field: string, construct: boolean): CallShape | undefined {
  const callee = node.childForFieldName(field);
  const values = partsOf(node.childForFieldName('arguments'));
  return callee
    ? { callee, construct, args: values.map((held) => ({ name: undefined, value: held })) }
    : undefined;
}

/** What is reached through `this` goes by its own name, so that fields are known; own methods do not. */
export function chain(node: Node): Chain | undefined {
  const members: (Node | undefined)[] = [];
  const invocation = node.parent?.type === 'method_invocation' ? node.parent : null;
  const isMethod = invocation?.childForFieldName('name')?.id === node.id;
  const object = isMethod ? invocation?.childForFieldName('object') : node;
  if (!object) return { base: node, members: [] };
  if (isMethod) members.unshift(node);
  let at = bare(object);
  for (let next = step(at); next; next = step(at)) {
    members.unshift(next.member);
    at = bare(next.object);
  }
  const [first] = members;
  if (at.type === 'this' && first && !(isMethod && members.length === 1)) {
    members.shift();
    at = first;
  }
  return { base: at, members: members.map((member) => member?.text ?? '?') };
}

/** One member up: what it is taken from, and its name, if it has one. */
function step(at: Node): { object: Node; member: Node | undefined } | undefined {
  switch (at.type) {
    case 'field_access':
      return pair(at.childForFieldName('object'), at.childForFieldName('field'));
    case 'scoped_identifier':
      return pair(at.childForFieldName('scope'), at.childForFieldName('name'));
    case 'scoped_type_identifier':
      return pair(at.namedChildren[0], at.namedChildren.at(-1));
    case 'array_access':
      return pair(at.childForFieldName('array'), undefined);
    default:
      return undefined;
  }
}

function pair(object: Node | null | undefined, member: Node | null | undefined) {
  return object ? { object, member: member ?? undefined } : undefined;
}

/** Past parentheses, casts and type arguments; `Outer.this` is a `this`. */
function bare(node: Node): Node {
  const at = unwrap(node);
  if (at.type === 'generic_type') return at.namedChildren[0] ?? at;
  if (at.type === 'annotated_type') return at.namedChildren.at(-1) ?? at;
  const field = at.type === 'field_access' ? at.childForFieldName('field') : null;
  return field?.type === 'this' ? field : at;
}
