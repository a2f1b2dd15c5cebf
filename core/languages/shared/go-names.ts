import type { Node } from 'web-tree-sitter';
import type { Binding, Bound, Chain } from '../../language';
import { around } from './around';
import { stringOf } from './go-strings';
import { STRINGS, unwrap } from './go-values';

const BASIC =
  /^(?:string|bool|byte|rune|error|any|uintptr|u?int(?:8|16|32|64)?|float(?:32|64)|complex(?:64|128))$/;

export function chain(node: Node): Chain | undefined {
  const members: string[] = [];
  let at = unwrap(node);
  for (;;) {
    if (at.type === 'generic_type') {
      at = unwrap(at.childForFieldName('type') ?? at);
      if (at.type === 'generic_type') return { base: at, members };
      continue;
    }
    const isType = at.type === 'qualified_type';
    const operand = at.childForFieldName(isType ? 'package' : 'operand');
    if ((isType || at.type === 'selector_expression') && operand) {
      members.unshift(at.childForFieldName(isType ? 'name' : 'field')?.text ?? '?');
    } else if (at.type === 'index_expression' && operand) {
      const index = at.childForFieldName('index');
      members.unshift(index && STRINGS.has(index.type) ? stringOf(index.text) : '?');
    } else return { base: at, members };
    at = unwrap(operand);
  }
}

export function binding(identifier: Node): Bound {
  const parent = identifier.parent;
  if (!parent) return undefined;
  const isName = parent.childrenForFieldName('name').some((name) => name?.id === identifier.id);
  switch (parent.type) {
    case 'var_spec':
    case 'const_spec':
      return isName ? declared(parent, identifier) : undefined;
    case 'parameter_declaration':
      return isName ? typed(parent.childForFieldName('type')) : undefined;
    case 'expression_list':
      return listed(parent, identifier);
    case 'variadic_parameter_declaration':
    case 'type_parameter_declaration':
    case 'function_declaration':
    case 'type_spec':
    case 'type_alias':
      return isName ? 'rebound' : undefined;
    case 'inc_statement':
    case 'dec_statement':
      return 'rebound';
    default:
      return undefined;
  }
}

const BLOCKS = new Set([
  'block',
  'if_statement',
  'for_statement',
  'expression_switch_statement',
  'type_switch_statement',
  'select_statement',
  'expression_case',
  'type_case',
  'default_case',
  'communication_case',
  'func_literal',
  'function_declaration',
  'method_declaration',
  'type_declaration',
]);

export function declaredIn(identifier: Node): Node | undefined {
  const parent = identifier.parent;
  const list = parent?.type === 'expression_list' ? parent.parent : undefined;
  switch (list?.type ?? parent?.type) {
    case 'assignment_statement':
    case 'inc_statement':
    case 'dec_statement':
      return undefined;
    case 'function_declaration':
    case 'type_spec':
    case 'type_alias':
      return around(
        parent?.type === 'function_declaration' ? parent : (parent?.parent ?? identifier),
        BLOCKS,
      );
    case 'range_clause':
    case 'receive_statement':
      return list?.children.some((child) => child?.type === ':=') ? around(list, BLOCKS) : undefined;
    default:
      return around(identifier, BLOCKS);
  }
}

function declared(spec: Node, identifier: Node): Bound {
  const values = spec.childForFieldName('value');
  const type = spec.childForFieldName('type');
  if (values) {
    const names = spec.childrenForFieldName('name').filter((name) => name?.type === 'identifier');
    return bound(
      values,
      names.findIndex((name) => name?.id === identifier.id),
      names.length,
    );
  }
  // What such a variable holds is told where it is set.
  return type && BASIC.test(type.text) ? 'declared' : typed(type);
}

/** A name that holds an instance of a named type. */
function typed(type: Node | null): Binding | 'rebound' {
  const named = type && unwrap(type);
  if (
    !named ||
    !/^(?:qualified_type|type_identifier|generic_type)$/.test(named.type) ||
    BASIC.test(named.text)
  )
    return 'rebound';
  return { value: named, members: [], instance: true };
}

/** One of the names on the left side of `:=`, `=` or `range`. */
function listed(list: Node, identifier: Node): Binding | 'rebound' | undefined {
  const statement = list.parent;
  const isLeft = ['left', 'alias'].some((field) => statement?.childForFieldName(field)?.id === list.id);
  if (!statement || !isLeft) return undefined;
  const values = statement.childForFieldName('right');
  const isPlain =
    statement.type === 'short_var_declaration' || statement.childForFieldName('operator')?.text === '=';
  if (!isPlain || !values || !/declaration|assignment/.test(statement.type)) return 'rebound';
  const names = list.namedChildren;
  return bound(
    values,
    names.findIndex((name) => name.id === identifier.id),
    names.length,
  );
}

/** Of the several results of one call, the first name gets what the call is about; the others get errors and the like. */
function bound(values: Node, index: number, count: number): Binding | 'rebound' {
  const list = values.type === 'expression_list' ? values.namedChildren : [values];
  const value = list.length === count ? list[index] : index === 0 && list.length === 1 ? list[0] : undefined;
  return value ? { value, members: [] } : 'rebound';
}
