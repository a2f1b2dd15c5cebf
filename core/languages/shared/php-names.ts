import type { Node } from 'web-tree-sitter';
import type { CallShape, Chain } from '../../language';
import { stringText } from './php-strings';

const MEMBERS = /^(?:nullsafe_)?member_(?:access|call)_expression$/;
const METHODS = /^(?:(?:nullsafe_)?member|scoped)_call_expression$/;
const OWN = /^(?:self|static|parent)$/;

export function call(node: Node): CallShape | undefined {
  switch (node.type) {
    case 'function_call_expression':
      return shape(node, node.childForFieldName('function'));
    case 'member_call_expression':
    case 'nullsafe_member_call_expression':
    case 'scoped_call_expression':
      return shape(node, node.childForFieldName('name'));
    case 'object_creation_expression': {
      const callee = node.namedChildren.find(({ type }) => type !== 'comment');
      const made = callee?.type === 'anonymous_class' ? undefined : shape(node, callee);
      return made && { ...made, construct: true };
    }
    case 'attribute': {
      const made = shape(node, node.namedChildren[0]);
      return made && { ...made, annotation: true };
    }
    case 'exit_statement':
      return shape(node, node.child(0));
    default:
      return undefined;
  }
}

function shape(node: Node, callee: Node | null | undefined): CallShape | undefined {
  const list =
    node.childForFieldName('arguments') ??
    node.childForFieldName('parameters') ??
    node.namedChildren.find(({ type }) => type === 'arguments');
  // `strlen(...)` makes a function of a function and calls nothing.
  if (!callee || list?.namedChildren.some(({ type }) => type === 'variadic_placeholder')) return undefined;
  const args = [];
  for (const argument of list?.namedChildren ?? []) {
    const value = argument.type === 'argument' ? argument.lastNamedChild : undefined;
    if (value) args.push({ name: argument.childForFieldName('name')?.text, value });
  }
  const [code] = node.type === 'exit_statement' ? node.namedChildren : [];
  return { callee, args: code ? [{ name: undefined, value: unwrap(code) }] : args, construct: false };
}

/** What stands in parentheses, behind `@` or behind a cast. */
export function unwrap(node: Node): Node {
  let at = node;
  for (;;) {
    const inner = /^(?:parenthesized|error_suppression|cast|clone)_expression$/.test(at.type)
      ? at.namedChildren.findLast(({ type }) => type !== 'comment')
      : undefined;
    if (!inner) return at;
    at = inner;
  }
}

export function chain(node: Node): Chain | undefined {
  const members: string[] = [];
  let at: Node | null = node;
  const owner = node.parent;
  // A method's name stands for the whole callee.
  if (owner && METHODS.test(owner.type) && owner.childForFieldName('name')?.id === node.id) {
    members.unshift(memberName(node));
    at = owner.childForFieldName('object') ?? owner.childForFieldName('scope');
  }
  while (at) {
    at = unwrap(at);
    const step = stepOf(at);
    if (!step) return named(at, members);
    members.unshift(step.name);
    at = step.object;
  }
  return undefined;
}

/** A member, and what it is a member of. */
function stepOf(node: Node): { readonly name: string; readonly object: Node | null } | undefined {
  if (MEMBERS.test(node.type) && !METHODS.test(node.type))
    return { name: memberName(node.childForFieldName('name')), object: node.childForFieldName('object') };
  switch (node.type) {
    case 'scoped_property_access_expression':
      return { name: memberName(node.childForFieldName('name')), object: node.childForFieldName('scope') };
    case 'class_constant_access_expression': {
      const [scope, name] = node.namedChildren;
      return scope && !OWN.test(scope.text) ? { name: memberName(name), object: scope } : undefined;
    }
    case 'subscript_expression': {
      const [object, index] = node.namedChildren;
      return object && { name: index?.type === 'string' ? stringText(index) : '?', object };
    }
    default:
      return undefined;
  }
}

function memberName(node: Node | null | undefined): string {
  if (node?.type === 'name') return node.text;
  return node?.parent?.type === 'scoped_property_access_expression' ? node.text.replace(/^\$/, '') : '?';
}

/** The parts of a name are members too: `Handler\StreamHandler` is one of `Handler`. */
function named(node: Node, members: readonly string[]): Chain | undefined {
  switch (node.type) {
    case 'qualified_name': {
      const names = node.descendantsOfType('name').filter((name) => name !== null);
      const [base, ...rest] = names;
      if (!base) return undefined;
      const full = [...rest.map(({ text }) => text), ...members];
      return node.text.startsWith('\\') || isFunction(node)
        ? { base, members: full }
        : inNamespace(base, full);
    }
    case 'relative_name': {
      const base = node.lastNamedChild;
      return base ? inNamespace(base, members) : undefined;
    }
    case 'class_constant_access_expression':
      // `self::PORT`: the one constant of this name that the file defines.
      return node.lastNamedChild ? { base: node.lastNamedChild, members } : undefined;
    case 'name':
      return isClass(node) ? inNamespace(node, members) : { base: node, members };
    default:
      return { base: node, members };
  }
}

function isFunction(node: Node): boolean {
  return (
    node.parent?.type === 'function_call_expression' &&
    node.parent.childForFieldName('function')?.id === node.id
  );
}

function isClass(name: Node): boolean {
  const parent = name.parent;
  if (!parent || OWN.test(name.text)) return false;
  if (
    /^(?:object_creation_expression|attribute|named_type|class_constant_access_expression)$/.test(parent.type)
  )
    return true;
  return parent.childForFieldName('scope')?.id === name.id;
}

/** A class that no `use` names is one of the file's own namespace. */
function inNamespace(base: Node, members: readonly string[]): Chain {
  const own = namespaceOf(base);
  const [first, ...rest] = own?.name ?? [];
  if (!own || !first || own.uses.some((use) => localsOf(use).includes(base.text))) return { base, members };
  return { base: first, members: [...rest.map(({ text }) => text), base.text, ...members] };
}

/** The parts of the namespace's name, and the `use` statements in it. */
function namespaceOf(
  node: Node,
): { readonly name: readonly Node[]; readonly uses: readonly Node[] } | undefined {
  let top: Node | null = node;
  while (top?.parent?.parent && top.type !== 'namespace_definition') top = top.parent;
  const root = node.tree.rootNode;
  const space =
    top?.type === 'namespace_definition'
      ? top
      : root.namedChildren.find(
          ({ type, startIndex }) => type === 'namespace_definition' && startIndex < node.startIndex,
        );
  const name = space?.childForFieldName('name')?.namedChildren;
  const body = space?.childForFieldName('body') ?? root;
  const uses = body.namedChildren.filter(({ type }) => type === 'namespace_use_declaration');
  return name && { name, uses };
}

function localsOf(use: Node): string[] {
  return use.descendantsOfType('namespace_use_clause').map((clause) => {
    const local = clause?.childForFieldName('alias') ?? clause?.namedChildren.at(-1);
    return /\w+$/.exec(local?.text ?? '')?.[0] ?? '';
  });
}
