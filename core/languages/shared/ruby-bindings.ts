import type { Node } from 'web-tree-sitter';
import type { Holder } from '../../facts/fact';
import type { Bound } from '../../language';
import { around } from './around';
import { climbing } from './climbing';
import { chain, isAttribute, unwrap } from './ruby-calls';
import { heredocStart, stringText } from './ruby-strings';

const NAMES = /^(?:identifier|constant|global_variable)$/;
const KEYS = /^(?:string|hash_key_symbol|simple_symbol|delimited_symbol)$/;

export function binding(identifier: Node): Bound {
  const parent = identifier.parent;
  if (!parent) return undefined;
  const isField = (field: string): boolean => parent.childForFieldName(field)?.id === identifier.id;
  switch (parent.type) {
    case 'assignment':
    case 'operator_assignment': {
      const held = parent.childForFieldName('right');
      if (!isField('left') || !held) return undefined;
      const isOnce = parent.type === 'assignment' || parent.childForFieldName('operator')?.text === '||=';
      return isOnce ? { value: held, members: [] } : 'rebound';
    }
    case 'method':
    case 'singleton_method':
    case 'class':
    case 'optional_parameter':
    case 'keyword_parameter':
    case 'splat_parameter':
    case 'hash_splat_parameter':
    case 'block_parameter':
    case 'as_pattern':
      return isField('name') ? 'rebound' : undefined;
    case 'keyword_pattern':
      return parent.childForFieldName('value') ? undefined : 'rebound';
    case 'for':
      return isField('pattern') ? 'rebound' : undefined;
    case 'block_parameters':
    case 'method_parameters':
    case 'lambda_parameters':
    case 'destructured_parameter':
    case 'left_assignment_list':
    case 'destructured_left_assignment':
    case 'rest_assignment':
    case 'exception_variable':
    case 'array_pattern':
      return 'rebound';
    default:
      return undefined;
  }
}

const CLASSES = new Set(['class', 'module', 'singleton_class']);
const SCOPES = new Set([...CLASSES, 'method', 'singleton_method']);
const BLOCKS = new Set([...SCOPES, 'block', 'do_block', 'lambda']);
const PARAMETERS = /parameter/;

/** A block shares the variables of the method around it, but for its parameters. */
export function declaredIn(identifier: Node): Node | undefined {
  const parent = identifier.parent;
  if (!parent) return undefined;
  if (identifier.type === 'global_variable') return identifier.tree.rootNode;
  if (/^(?:constant|instance_variable|class_variable)$/.test(identifier.type) || parent.type === 'method')
    return around(CLASSES.has(parent.type) ? parent : identifier, CLASSES);
  return around(parent, PARAMETERS.test(parent.type) ? BLOCKS : SCOPES);
}

const holderAbove = climbing((parent, at) => {
  switch (parent.type) {
    case 'assignment':
    case 'operator_assignment':
      return parent.childForFieldName('right')?.id === at.id
        ? target(parent.childForFieldName('left'))
        : undefined;
    case 'optional_parameter':
    case 'keyword_parameter':
      return { name: parent.childForFieldName('name')?.text ?? '', kind: 'parameter', owner: undefined };
    case 'pair':
      return parent.childForFieldName('key')?.id === at.id ? undefined : keyHolder(parent);
    case 'argument_list': {
      const setting = settingOf(parent);
      return setting?.value.id === at.id
        ? { name: stringText(setting.name), kind: 'argument', owner: undefined }
        : undefined;
    }
    case 'binary':
      if (!/^(?:\|\||&&|or|and)$/.test(parent.childForFieldName('operator')?.text ?? '')) return undefined;
      break;
    case 'call':
      if (unwrap(parent).id !== unwrap(at).id) return undefined;
      break;
    case 'if':
    case 'then':
    case 'else':
    case 'conditional':
    case 'parenthesized_statements':
      break;
    default:
      return undefined;
  }
  return 'on';
});

export function holder(node: Node): Holder | undefined {
  return holderAbove((node.type === 'heredoc_body' ? heredocStart(node) : undefined) ?? node);
}

function keyHolder(pair: Node): Holder | undefined {
  const key = pair.childForFieldName('key');
  if (!key || !KEYS.test(key.type)) return undefined;
  const name = stringText(key);
  if (pair.parent?.type !== 'hash') return { name, kind: 'argument', owner: undefined };
  return { name, kind: 'key', owner: holder(pair.parent)?.name };
}

function target(left: Node | null): Holder | undefined {
  if (left && NAMES.test(left.type))
    return { name: left.text.replace(/^\$/, ''), kind: 'variable', owner: undefined };
  if (left && /^(?:instance|class)_variable$/.test(left.type))
    return { name: left.text.replace(/^@+/, ''), kind: 'attribute', owner: undefined };
  const reached = left ? chain(left) : undefined;
  const name = reached?.members.at(-1);
  if (!reached || name === undefined || name === '?') return undefined;
  return { name, kind: 'attribute', owner: reached.members.at(-2) ?? reached.base.text };
}

/** `set :password, "x"`, as Sinatra and Capistrano name their settings. */
function settingOf(list: Node): { readonly name: Node; readonly value: Node } | undefined {
  const [name, value] = list.namedChildren;
  const isSet = list.parent?.type === 'call' && list.parent.childForFieldName('method')?.text === 'set';
  return isSet && name?.type === 'simple_symbol' && value ? { name, value } : undefined;
}

export function given(node: Node): Node | undefined {
  const held = heldBy(node);
  return held && unwrap(held);
}

function heldBy(node: Node): Node | undefined {
  const key = node.type === 'string_content' ? node.parent : node;
  const parent = key?.parent;
  if (!key || !parent) return undefined;
  if (parent.type === 'argument_list') {
    const setting = settingOf(parent);
    return setting?.name.id === key.id ? setting.value : undefined;
  }
  const named = parent.childForFieldName(parent.type === 'pair' ? 'key' : 'name');
  if (/^(?:pair|optional_parameter|keyword_parameter)$/.test(parent.type))
    return named?.id === key.id ? (parent.childForFieldName('value') ?? undefined) : undefined;
  const left = isAttribute(parent) || parent.type === 'element_reference' ? parent : key;
  const assignment = left.parent;
  if (!assignment || !/^(?:operator_)?assignment$/.test(assignment.type)) return undefined;
  if (assignment.childForFieldName('left')?.id !== left.id) return undefined;
  return assignment.childForFieldName('right') ?? undefined;
}
