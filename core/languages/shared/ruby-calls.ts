import type { Node } from 'web-tree-sitter';
import type { CallShape, Chain } from '../../language';
import { stringText } from './ruby-strings';

/** Methods that only repeat their receiver, as far as a rule cares: `"x".freeze`. */
const SAME = /^(?:freeze|dup|itself|to_s|strip|chomp|squish|strip_heredoc|html_safe)$/;
/** Methods of every object that are called bare and that no one names a variable by. */
const BARE = /^(?:fork|exit!?|abort|gets|daemonize)$/;
const STATEMENTS = /^(?:program|body_statement|block_body|then|else|ensure|begin|do|begin_block)$/;
const MODIFIERS = /^(?:if|unless|while|until|rescue)_modifier$/;

export function call(node: Node): CallShape | undefined {
  switch (node.type) {
    case 'call': {
      const callee = node.childForFieldName('method');
      const block = node.childForFieldName('block');
      const args = [...argumentsOf(node), ...blockDefault(node)];
      return callee ? { callee, args, construct: false, ...(block ? { block } : {}) } : undefined;
    }
    case 'identifier':
      return isBareCall(node) ? { callee: node, args: [], construct: false } : undefined;
    default:
      return undefined;
  }
}

function argumentsOf(node: Node): CallShape['args'] {
  const args = [];
  for (const child of node.childForFieldName('arguments')?.namedChildren ?? []) {
    if (child.type === 'pair') {
      const key = child.childForFieldName('key');
      const value = child.childForFieldName('value') ?? key;
      if (key && value) args.push({ name: stringText(key), value });
    } else if (!/^(?:comment|block_argument|forward_argument|heredoc_body)$/.test(child.type)) {
      args.push({ name: undefined, value: child });
    }
  }
  return args;
}

/** `ENV.fetch("PORT") { 3000 }`: a block is no argument, but this one gives the default. */
function blockDefault(node: Node): CallShape['args'] {
  const isFetch = node.childForFieldName('method')?.text === 'fetch';
  if (!isFetch || node.childForFieldName('receiver')?.text !== 'ENV') return [];
  const body = node.childForFieldName('block')?.childForFieldName('body');
  const value = body?.namedChildren.at(-1);
  return value && body?.namedChildCount === 1 ? [{ name: 'default', value }] : [];
}

/** An identifier that can only be a call: `exit if done`, `protect_from_forgery` in the body of a class. */
function isBareCall(identifier: Node): boolean {
  const parent = identifier.parent;
  if (!parent) return false;
  if (MODIFIERS.test(parent.type) && parent.childForFieldName('body')?.id === identifier.id) return true;
  if (!STATEMENTS.test(parent.type)) {
    return BARE.test(identifier.text) &&
      /^(?:assignment|binary|if|unless|while|until|case)$/.test(parent.type)
      ? parent.childForFieldName('left')?.id !== identifier.id
      : false;
  }
  // The last expression of a method or block is its value, which may be a variable.
  const isLast = parent.lastNamedChild?.id === identifier.id;
  const isBody = parent.type === 'program' || /^(?:class|module)$/.test(parent.parent?.type ?? '');
  return !isLast || isBody || BARE.test(identifier.text) || /[!?]$/.test(identifier.text);
}

/** A call that reads an attribute or a member: `Rails.root`, without arguments or parentheses; `new` makes an object. */
export function isAttribute(node: Node): boolean {
  return (
    node.type === 'call' &&
    node.childForFieldName('receiver') !== null &&
    /^(?:identifier|constant)$/.test(node.childForFieldName('method')?.type ?? '') &&
    node.childForFieldName('method')?.text !== 'new' &&
    !node.childForFieldName('arguments') &&
    !node.childForFieldName('block')
  );
}

/** What stands in parentheses, or before `.freeze` and its kin. */
export function unwrap(node: Node): Node {
  let at = node;
  for (;;) {
    const inner =
      at.type === 'parenthesized_statements' && at.namedChildCount === 1
        ? at.namedChildren[0]
        : isAttribute(at) && SAME.test(at.childForFieldName('method')?.text ?? '')
          ? at.childForFieldName('receiver')
          : undefined;
    if (!inner) return at;
    at = inner;
  }
}

export function chain(node: Node): Chain | undefined {
  const members: string[] = [];
  let at = node;
  const owner = node.parent;
  // A method's name stands for the whole callee.
  if (owner?.type === 'call' && owner.childForFieldName('method')?.id === node.id) {
    const receiver = owner.childForFieldName('receiver');
    if (!receiver) return { base: node, members };
    members.unshift(node.text);
    at = receiver;
  }
  for (;;) {
    at = unwrap(at);
    const step = stepOf(at);
    if (!step) return { base: selfNamed(at) ?? at, members };
    members.unshift(step.name);
    at = step.object;
  }
}

/** A member, and what it is a member of. */
function stepOf(node: Node): { readonly name: string; readonly object: Node } | undefined {
  const field = isAttribute(node) ? 'method' : 'name';
  const object = node.childForFieldName(field === 'method' ? 'receiver' : 'scope');
  if (object && (field === 'method' || node.type === 'scope_resolution'))
    return { name: node.childForFieldName(field)?.text ?? '?', object };
  if (node.type !== 'element_reference') return undefined;
  const [holder, index, ...more] = node.namedChildren;
  const isName = more.length === 0 && /^(?:string|simple_symbol|delimited_symbol)$/.test(index?.type ?? '');
  const name = isName && index ? stringText(index) : '?';
  // A variable may be called as a method of the environment itself is: `ENV["key"]`, `ENV.key`.
  return holder && { name: holder.text === 'ENV' ? `[${name}]` : name, object: holder };
}

/** `Rack` of `::Rack`. */
function selfNamed(node: Node): Node | undefined {
  return node.type === 'scope_resolution' ? (node.childForFieldName('name') ?? undefined) : undefined;
}
