import type { Node } from 'web-tree-sitter';
import type { Holder } from '../facts/fact';
import { type Binding, type CallShape, type Chain, defineLanguage, type Replaceable } from '../language';
import { env, envReads, loadEnv, readEnv } from './shared/go-env';
import { readImports } from './shared/go-imports';
import { integerText, isPlainText, numberOf, stringOf } from './shared/go-strings';
import { argumentsOf, converted, STRINGS, unwrap, value } from './shared/go-values';

const FUNCTIONS = new Set(['function_declaration', 'method_declaration', 'func_literal']);
const BASIC =
  /^(?:string|bool|byte|rune|error|any|uintptr|u?int(?:8|16|32|64)?|float(?:32|64)|complex(?:64|128))$/;

export default defineLanguage({
  ids: ['go'],
  family: 'go',
  extensions: ['.go'],
  grammar: 'go',
  lineComment: '//',
  strings: STRINGS,
  identifiers: new Set(['identifier', 'package_identifier', 'type_identifier']),
  imports: readImports,
  envReads,
  env,
  call,
  chain,
  value,
  binding,
  loads: () => undefined,
  holder,
  given,
  functionName: (node) =>
    FUNCTIONS.has(node.type) ? (node.childForFieldName('name')?.text ?? '') : undefined,
  isTry: () => false,
  isTypeOnly: () => false,
  isCommentOrString: (node) => /comment|string_literal/.test(node.type),
  readEnv,
  replaceable,
  literalText,
  loadEnv,
});

function call(node: Node): CallShape | undefined {
  if (node.type === 'composite_literal') return construction(node);
  const args = (nodes: readonly Node[]): CallShape['args'] =>
    nodes.map((one) => ({ name: undefined, value: one }));
  const generic = node.type === 'type_conversion_expression' && node.childForFieldName('type');
  const operand = node.childForFieldName('operand');
  if (generic && generic.type === 'generic_type' && operand)
    return { callee: generic, args: args([operand]), construct: false };
  const callee = node.type === 'call_expression' ? node.childForFieldName('function') : null;
  if (!callee) return undefined;
  const given = argumentsOf(node);
  if (callee.text === 'new' && given[0]) return { callee: given[0], args: [], construct: true };
  return { callee, args: args(given), construct: false };
}

/** `http.Server{Addr: ":80"}` is a construction with one argument: the object of its fields. */
function construction(node: Node): CallShape | undefined {
  const type = node.childForFieldName('type');
  const body = node.childForFieldName('body');
  if (!type || !body || !/^(?:qualified_type|type_identifier|generic_type)$/.test(type.type))
    return undefined;
  return { callee: type, args: [{ name: undefined, value: body }], construct: true };
}

function chain(node: Node): Chain | undefined {
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

function binding(identifier: Node): Binding | 'rebound' | undefined {
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

function declared(spec: Node, identifier: Node): Binding | 'rebound' | undefined {
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
  return type && BASIC.test(type.text) ? undefined : typed(type);
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

function holder(node: Node): Holder | undefined {
  let at = node;
  for (let parent = at.parent; parent; at = parent, parent = parent.parent) {
    switch (parent.type) {
      case 'expression_list':
        return held(parent, at);
      case 'keyed_element':
        return parent.childForFieldName('value')?.id === at.id ? keyHolder(parent) : undefined;
      case 'argument_list':
        if (!parent.parent || (!converted(parent.parent) && !isOr(parent.parent))) return undefined;
        break;
      case 'binary_expression':
        if (parent.childForFieldName('operator')?.text !== '+') return undefined;
        break;
      case 'unary_expression':
      case 'parenthesized_expression':
      case 'literal_element':
      case 'call_expression':
      case 'type_conversion_expression':
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

function isOr(node: Node): boolean {
  return node.type === 'call_expression' && node.childForFieldName('function')?.text === 'cmp.Or';
}

function held(list: Node, at: Node): Holder | undefined {
  const statement = list.parent;
  const index = list.namedChildren.findIndex((one) => one.id === at.id);
  if (statement?.type === 'var_spec' || statement?.type === 'const_spec') {
    const names = statement.childrenForFieldName('name').filter((name) => name?.type === 'identifier');
    return variable(names[index]?.text);
  }
  if (!statement || statement.childForFieldName('right')?.id !== list.id) return undefined;
  const left = statement.childForFieldName('left')?.namedChildren[index];
  if (left?.type === 'identifier') return variable(left.text);
  const reached = left ? chain(left) : undefined;
  const name = reached?.members.at(-1);
  if (!reached || name === undefined || name === '?') return undefined;
  return { name, kind: 'attribute', owner: reached.members.at(-2) ?? reached.base.text };
}

function variable(name: string | undefined): Holder | undefined {
  return name === undefined ? undefined : { name, kind: 'variable', owner: undefined };
}

/** A field of a literal that nothing holds belongs to its type: to `redis` in `redis.Options{Password: "…"}`. */
function keyHolder(element: Node): Holder | undefined {
  const key = element.childForFieldName('key');
  const literal = element.parent?.parent;
  if (!key || !literal) return undefined;
  const inner = unwrap(key);
  const name = STRINGS.has(inner.type) ? stringOf(inner.text) : inner.text;
  const type = literal.childForFieldName('type');
  const owner =
    holder(literal)?.name ?? (type?.childForFieldName('package') ?? type?.childForFieldName('name'))?.text;
  return { name, kind: 'key', owner };
}

function given(node: Node): Node | undefined {
  const key = STRINGS.has(node.parent?.type ?? '') ? node.parent : node;
  const element = key?.parent?.type === 'literal_element' ? key.parent : undefined;
  if (element?.parent?.type === 'keyed_element')
    return element.parent.childForFieldName('key')?.id === element.id
      ? bare(element.parent.childForFieldName('value'))
      : undefined;
  const left = /^(?:selector|index)_expression$/.test(key?.parent?.type ?? '') ? key?.parent : key;
  const list = left?.parent;
  if (!left || !list) return undefined;
  const isSpec = list.type === 'var_spec' || list.type === 'const_spec';
  const statement = isSpec ? list : list.parent;
  const names = isSpec
    ? list.childrenForFieldName('name').filter((name) => name?.type === 'identifier')
    : list.namedChildren;
  if (!isSpec && statement?.childForFieldName('left')?.id !== list.id) return undefined;
  const values = statement?.childForFieldName(isSpec ? 'value' : 'right')?.namedChildren ?? [];
  const index = names.findIndex((name) => name?.id === left.id);
  return index >= 0 && values.length === names.length ? bare(values[index]) : undefined;
}

function bare(node: Node | null | undefined): Node | undefined {
  const inner = node && unwrap(node);
  return inner ? (converted(inner) ?? inner) : undefined;
}

/** Where only a constant may stand: constants, import paths, tags, cases, the length of an array. */
const CONSTANT = /^(?:const_declaration|import_spec|field_declaration|array_type|type_arguments)$/;
const NUMBER = /^(?:int|float)_literal$/;

function replaceable(literal: Node): Replaceable | undefined {
  const parent = literal.parent;
  if (!parent) return undefined;
  for (let at: Node = literal; at.parent && !/_statement$|^block$/.test(at.type); at = at.parent) {
    if (CONSTANT.test(at.parent.type)) return undefined;
    const isLabel = at.parent.type === 'expression_case' && at.type === 'expression_list';
    if (isLabel || (at.parent.type === 'keyed_element' && at.parent.childForFieldName('key')?.id === at.id))
      return undefined;
  }
  const isOperand = /^(?:binary|unary|selector|index|slice)_expression$/.test(parent.type);
  // A number without a type becomes what the other operand is; a call does not.
  if (isOperand && NUMBER.test(literal.type)) return undefined;
  const type = parent.parent?.type === 'var_spec' ? parent.parent.childForFieldName('type')?.text : undefined;
  const own =
    literal.type === 'int_literal' ? 'int' : literal.type === 'float_literal' ? 'float64' : undefined;
  const isOwn = type === undefined || type === (own ?? (STRINGS.has(literal.type) ? 'string' : 'bool'));
  return isOwn
    ? { before: '', after: '', operand: isOperand }
    : { before: `${type}(`, after: ')', operand: false };
}

function literalText(literal: Node): string | undefined {
  switch (literal.type) {
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return isPlainText(literal.text) ? stringOf(literal.text) : undefined;
    case 'int_literal':
      return integerText(literal.text);
    case 'float_literal': {
      const read = numberOf(literal.text);
      if (read === undefined) return undefined;
      return Number.isInteger(read) ? `${read}.0` : String(read);
    }
    case 'true':
    case 'false':
      return literal.type;
    default:
      return undefined;
  }
}
