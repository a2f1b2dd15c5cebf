import type { Node } from 'web-tree-sitter';
import { type CallShape, defineLanguage, type Replaceable } from '../language';
import { comparing } from './shared/comparisons';
import { env, envReads, loadEnv, readEnv } from './shared/go-env';
import { isHandler } from './shared/go-handlers';
import { given, holder } from './shared/go-holder';
import { readImports } from './shared/go-imports';
import { binding, chain, declaredIn } from './shared/go-names';
import { integerText, isPlainText, numberOf, stringOf } from './shared/go-strings';
import { argumentsOf, STRINGS, value } from './shared/go-values';
import { goState } from './shared/state';

const FUNCTIONS = new Set(['function_declaration', 'method_declaration', 'func_literal']);

export default defineLanguage({
  ids: ['go'],
  family: 'go',
  extensions: ['.go'],
  grammar: 'go',
  lineComment: '//',
  strings: STRINGS,
  identifiers: new Set(['identifier', 'package_identifier', 'type_identifier', 'go']),
  imports: readImports,
  envReads,
  env,
  call,
  chain,
  value,
  binding,
  declaredIn,
  state: goState,
  comparison: comparing({
    binary: /^binary_expression$/,
    methods: /^EqualFold$/,
    arms: /^expression_case$/,
    switches: /^expression_switch_statement$/,
  }),
  loads: () => undefined,
  holder,
  given,
  functionName: (node) =>
    FUNCTIONS.has(node.type) ? (node.childForFieldName('name')?.text ?? '') : undefined,
  isHandler,
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
  // `go f()` is told as a call of `go`, whose one argument is what runs beside the rest.
  if (node.type === 'go_statement') return started(node);
  if (node.type === 'send_statement') return sent(node);
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

function started(node: Node): CallShape | undefined {
  const callee = node.child(0);
  const [called] = node.namedChildren;
  const value = called?.childForFieldName('function');
  return callee && value ? { callee, args: [{ name: undefined, value }], construct: false } : undefined;
}

/** `jobs <- job` is told as a call of `<-` on the channel. */
function sent(node: Node): CallShape | undefined {
  const [callee, value] = ['channel', 'value'].map((field) => node.childForFieldName(field));
  return callee && value
    ? { callee, sign: '<-', args: [{ name: undefined, value }], construct: false }
    : undefined;
}

/** `http.Server{Addr: ":80"}` is a construction with one argument: the object of its fields. */
function construction(node: Node): CallShape | undefined {
  const type = node.childForFieldName('type');
  const body = node.childForFieldName('body');
  if (!type || !body || !/^(?:qualified_type|type_identifier|generic_type)$/.test(type.type))
    return undefined;
  return { callee: type, args: [{ name: undefined, value: body }], construct: true };
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
      return /^\d+$/.test(String(read)) ? `${read}.0` : String(read);
    }
    case 'true':
    case 'false':
      return literal.type;
    default:
      return undefined;
  }
}
