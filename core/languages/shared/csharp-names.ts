import type { Node } from 'web-tree-sitter';
import type { CallShape, Chain } from '../../language';
import { keyText, partsOf, STRINGS, unwrap } from './csharp-values';

/** Calls, constructions and attributes. An object initializer is one more argument, the last. */
export function call(node: Node): CallShape | undefined {
  switch (node.type) {
    case 'invocation_expression': {
      const callee = node.childForFieldName('function');
      return callee
        ? { callee, args: argumentsOf(node.childForFieldName('arguments')), construct: false }
        : undefined;
    }
    case 'object_creation_expression':
      return creation(node, node.childForFieldName('type'));
    case 'implicit_object_creation_expression':
      return creation(node, typeGivenTo(node));
    case 'variable_declaration': {
      const [, declarator, another] = node.namedChildren;
      const made = another ? undefined : declarator?.namedChildren.at(-1);
      return made?.type === 'implicit_object_creation_expression' ? call(made) : undefined;
    }
    case 'assignment_expression':
      return subscription(node);
    case 'attribute': {
      const callee = node.childForFieldName('name');
      const list = node.namedChildren.find(({ type }) => type === 'attribute_argument_list');
      return callee ? { callee, args: argumentsOf(list), construct: false, annotation: true } : undefined;
    }
    default:
      return undefined;
  }
}

/** `Console.CancelKeyPress += (s, e) => …` hands an event what deals with it. */
function subscription(node: Node): CallShape | undefined {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const isEvent =
    node.childForFieldName('operator')?.text === '+=' && left?.type === 'member_access_expression';
  if (
    !isEvent ||
    !right ||
    !/^(?:lambda_expression|anonymous_method_expression|identifier)$/.test(right.type)
  )
    return undefined;
  return { callee: left, args: [{ name: undefined, value: right }], construct: false };
}

function creation(node: Node, callee: Node | null): CallShape | undefined {
  if (!callee) return undefined;
  const list = node.namedChildren.find(({ type }) => type === 'argument_list');
  const initializer = node.namedChildren.find(({ type }) => type === 'initializer_expression');
  const args = argumentsOf(list);
  if (initializer) args.push({ name: undefined, value: initializer });
  return { callee, args, construct: true };
}

/** `new(…)` makes what the variable or property is declared as. */
function typeGivenTo(node: Node): Node | null {
  const declared = node.parent?.type === 'variable_declarator' ? node.parent.parent : node.parent;
  if (declared?.type !== 'variable_declaration' && declared?.type !== 'property_declaration') return null;
  return declared.childForFieldName('type');
}

function argumentsOf(list: Node | null | undefined): { name: string | undefined; value: Node }[] {
  return partsOf(list).flatMap((argument) => {
    const parts = partsOf(argument);
    const held = parts.at(-1);
    if (!held) return [];
    if (argument.type === 'attribute_argument' && held.type === 'assignment_expression') {
      const right = held.childForFieldName('right');
      return right ? [{ name: held.childForFieldName('left')?.text, value: right }] : [];
    }
    return [{ name: parts.length > 1 ? parts[0]?.text : undefined, value: held }];
  });
}

/**
 * What is reached through `this` goes by its own name, so that fields are known; own methods do not. An element is
 * `[key]`, which no member is: `Configuration["PORT"]` is `Configuration.[PORT]`, and `[]` where the key is no literal.
 */
export function chain(node: Node): Chain | undefined {
  const members: (Node | string)[] = [];
  let at = bare(node);
  for (let next = step(at); next; next = step(at)) {
    members.unshift(next.member);
    at = bare(next.object);
  }
  const isCallee =
    node.parent?.type === 'invocation_expression' &&
    node.parent.childForFieldName('function')?.id === node.id;
  const [first] = members;
  if (at.type === 'this' && typeof first === 'object' && !(isCallee && members.length === 1)) {
    members.shift();
    at = first;
  }
  return { base: at, members: members.map((member) => (typeof member === 'string' ? member : member.text)) };
}

/** One member up: what it is taken from, and its name. */
function step(at: Node): { object: Node; member: Node | string } | undefined {
  switch (at.type) {
    case 'member_access_expression':
      return pair(at.childForFieldName('expression'), at.childForFieldName('name'));
    case 'qualified_name':
      return pair(at.childForFieldName('qualifier'), at.childForFieldName('name'));
    case 'element_access_expression':
      return pair(at.childForFieldName('expression'), at.childForFieldName('subscript'));
    case 'conditional_access_expression': {
      const last = at.namedChildren.at(-1);
      const name = last?.type === 'member_binding_expression' ? last.childForFieldName('name') : last;
      return pair(at.childForFieldName('condition'), name);
    }
    default:
      return undefined;
  }
}

function pair(object: Node | null, member: Node | null | undefined) {
  if (!object || !member) return undefined;
  if (member.type === 'generic_name') return { object, member: member.namedChildren[0] ?? member };
  if (member.type === 'identifier') return { object, member };
  const index = member.namedChildren[0]?.namedChildren.at(-1);
  return { object, member: `[${index ? (keyOf(index) ?? '') : ''}]` };
}

function keyOf(index: Node): string | undefined {
  return STRINGS.has(index.type) ? keyText(index) : undefined;
}

/** Past parentheses, casts, type arguments, `?` of a type and `global::`. */
function bare(node: Node): Node {
  const at = unwrap(node);
  switch (at.type) {
    case 'generic_name':
      return at.namedChildren[0] ?? at;
    case 'nullable_type':
      return bare(at.childForFieldName('type') ?? at.namedChildren[0] ?? at);
    case 'alias_qualified_name':
      return at.childForFieldName('name') ?? at;
    default:
      return at;
  }
}
