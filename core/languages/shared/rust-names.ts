import type { Node } from 'web-tree-sitter';
import type { Binding, Bound, Chain } from '../../language';
import { around } from './around';
import { stringOf } from './rust-strings';
import { STRINGS, unwrap } from './rust-values';

/** Types that stand for what they hold. */
const HOLDERS = /^(?:Arc|Rc|Box|Option|Pin|Mutex|RwLock|RefCell|Cow|State|Data|Extension)$/;
/** What a variable of these types holds is told where it is set. */
const PLAIN = /^(?:String|str|PathBuf|Path|Self|_)$/;

/**
 * Builders give themselves from call to call, in any order and number, so of such calls in a row the first and the
 * last tell: `App::new().route(a).bind(b)` is `App.new().bind`.
 */
export function chain(node: Node): Chain | undefined {
  const members: string[] = [];
  let at = unwrap(node);
  for (;;) {
    const next = step(at, members);
    if (!next) return { base: built(at), members };
    at = unwrap(next);
  }
}

/** The call at the start of a row of calls; the call itself where the row starts with a variable. */
function built(call: Node): Node {
  let at = call;
  for (;;) {
    const callee = at.type === 'call_expression' ? at.childForFieldName('function') : null;
    const method = callee?.type === 'generic_function' ? callee.childForFieldName('function') : callee;
    if (method?.type !== 'field_expression') return method ? at : call;
    const receiver = method.childForFieldName('value');
    const inner = receiver && unwrap(receiver);
    if (inner?.type === 'macro_invocation') return inner;
    if (inner?.type !== 'call_expression') return call;
    at = inner;
  }
}

/** Takes one member off an expression or a path; what is left is its owner. */
function step(at: Node, members: string[]): Node | undefined {
  switch (at.type) {
    case 'field_expression':
      members.unshift(at.childForFieldName('field')?.text ?? '?');
      return at.childForFieldName('value') ?? undefined;
    case 'scoped_identifier':
    case 'scoped_type_identifier': {
      const path = at.childForFieldName('path');
      const name = at.childForFieldName('name');
      if (!path) return name ?? undefined;
      members.unshift(name?.text ?? '?');
      return path;
    }
    case 'generic_function':
      return at.childForFieldName('function') ?? undefined;
    case 'generic_type':
    case 'generic_type_with_turbofish':
      return at.childForFieldName('type') ?? undefined;
    case 'dynamic_type':
    case 'abstract_type':
      return at.childForFieldName('trait') ?? undefined;
    case 'index_expression': {
      const [operand, index] = at.namedChildren;
      members.unshift(index && STRINGS.has(index.type) ? stringOf(index.text) : '?');
      return operand;
    }
    default:
      return undefined;
  }
}

const DECLARATIONS =
  /^(?:function_item|function_signature_item|struct_item|enum_item|union_item|trait_item|mod_item|macro_definition|type_parameter|const_parameter)$/;

export function binding(identifier: Node): Bound {
  const parent = identifier.parent;
  if (!parent) return undefined;
  const isField = (field: string): boolean => parent.childForFieldName(field)?.id === identifier.id;
  switch (parent.type) {
    case 'const_item':
    case 'static_item':
    case 'type_item': {
      if (!isField('name')) return undefined;
      const value = parent.childForFieldName(parent.type === 'type_item' ? 'type' : 'value');
      return value ? { value, members: [] } : 'rebound';
    }
    case 'assignment_expression': {
      const value = parent.childForFieldName('right');
      return isField('left') && value ? { value, members: [] } : undefined;
    }
    case 'compound_assignment_expr':
      return isField('left') ? 'rebound' : undefined;
    default:
      if (DECLARATIONS.test(parent.type)) return isField('name') ? 'rebound' : undefined;
      return fromPattern(identifier);
  }
}

const BLOCKS = new Set([
  'block',
  'declaration_list',
  'match_arm',
  'if_expression',
  'while_expression',
  'for_expression',
  'closure_expression',
  'function_item',
  'function_signature_item',
]);

export function declaredIn(identifier: Node): Node | undefined {
  const parent = identifier.parent;
  if (!parent || /^(?:assignment_expression|compound_assignment_expr)$/.test(parent.type)) return undefined;
  return around(DECLARATIONS.test(parent.type) ? parent : identifier, BLOCKS);
}

/** A name in a pattern, and the way from the matched value to it. */
function fromPattern(identifier: Node): Bound {
  const members: string[] = [];
  const places: number[] = [];
  let at = identifier;
  for (let parent = at.parent; parent; at = parent, parent = parent.parent) {
    const isField = (field: string): boolean => parent?.childForFieldName(field)?.id === at.id;
    switch (parent.type) {
      case 'tuple_pattern':
        places.unshift(parent.namedChildren.findIndex((one) => one.id === at.id));
        break;
      case 'tuple_struct_pattern':
        if (isField('type')) return undefined;
        if (!/^(?:Some|Ok)$/.test(parent.childForFieldName('type')?.text ?? '')) return 'rebound';
        break;
      case 'field_pattern':
        if (isField('name') && at.type !== 'shorthand_field_identifier') return undefined;
        members.unshift(parent.childForFieldName('name')?.text ?? '?');
        break;
      case 'struct_pattern':
        if (isField('type')) return undefined;
        break;
      case 'match_pattern':
        if (isField('condition')) return undefined;
        break;
      case 'mut_pattern':
      case 'ref_pattern':
      case 'reference_pattern':
        break;
      default:
        return matched(parent, at, members, places);
    }
  }
  return undefined;
}

function matched(parent: Node, at: Node, members: readonly string[], places: readonly number[]): Bound {
  const isPattern = parent.childForFieldName('pattern')?.id === at.id;
  switch (parent.type) {
    case 'let_declaration':
      return isPattern ? declared(parent, members, places) : undefined;
    case 'let_condition': {
      const value = parent.childForFieldName('value');
      return isPattern && value ? { value, members } : undefined;
    }
    case 'match_arm': {
      const value = parent.parent?.parent?.childForFieldName('value');
      return isPattern && value ? { value, members } : undefined;
    }
    case 'parameter':
      return isPattern ? typed(parent.childForFieldName('type')) : undefined;
    case 'for_expression':
      return isPattern ? 'rebound' : undefined;
    case 'closure_parameters':
    case 'or_pattern':
    case 'slice_pattern':
    case 'captured_pattern':
      return 'rebound';
    default:
      return undefined;
  }
}

function declared(declaration: Node, members: readonly string[], places: readonly number[]): Bound {
  const value = declaration.childForFieldName('value');
  const type = declaration.childForFieldName('type');
  const isDefault = /^Default::default\(\)$/.test(value?.text.slice(0, 30) ?? '');
  if (!value || (isDefault && type)) return type && !PLAIN.test(type.text) ? typed(type) : 'declared';
  let taken = value;
  for (const place of places) {
    const part = taken.type === 'tuple_expression' ? taken.namedChildren[place] : taken;
    if (!part) return 'rebound';
    taken = part;
  }
  return { value: taken, members };
}

/** A name that holds an instance of a named type, which references and smart pointers stand for. */
function typed(type: Node | null): Binding | 'rebound' {
  let at = type;
  for (;;) {
    const inner: Node | null | undefined =
      at?.type === 'reference_type' || at?.type === 'pointer_type'
        ? at.childForFieldName('type')
        : at?.type === 'generic_type' && HOLDERS.test(lastName(at))
          ? at
              .childForFieldName('type_arguments')
              ?.namedChildren.find(({ type: kind }) => kind !== 'lifetime')
          : undefined;
    if (!inner) break;
    at = inner;
  }
  const isNamed =
    at && /^(?:(?:scoped_)?type_identifier|generic_type|dynamic_type|abstract_type)$/.test(at.type);
  return at && isNamed && !PLAIN.test(at.text) ? { value: at, members: [], instance: true } : 'rebound';
}

function lastName(generic: Node): string {
  const type = generic.childForFieldName('type');
  return (type?.childForFieldName('name') ?? type)?.text ?? '';
}
