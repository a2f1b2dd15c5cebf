import type { Node } from 'web-tree-sitter';
import { type CallShape, defineLanguage, type Replaceable } from '../language';
import { comparing } from './shared/comparisons';
import { env, envReads, loadEnv, readEnv } from './shared/rust-env';
import { isHandler } from './shared/rust-handlers';
import { given, holder } from './shared/rust-holder';
import { readImports } from './shared/rust-imports';
import { binding, chain, declaredIn } from './shared/rust-names';
import { hasSuffix, integerText, isText, numberOf, stringOf } from './shared/rust-strings';
import { argumentsOf, passing, STRINGS, value } from './shared/rust-values';
import { rustState } from './shared/state';

export default defineLanguage({
  ids: ['rust'],
  family: 'rust',
  extensions: ['.rs'],
  grammar: 'rust',
  lineComment: '//',
  strings: STRINGS,
  identifiers: new Set(['identifier', 'type_identifier', 'shorthand_field_identifier']),
  imports: readImports,
  envReads,
  env,
  call,
  chain,
  value,
  binding,
  declaredIn,
  shadows: true,
  // What the crate itself defines is known to no rule.
  state: rustState,
  comparison: comparing({
    binary: /^binary_expression$/,
    methods: /^eq(?:_ignore_ascii_case)?$/,
    arms: /^match_arm$/,
    switches: /^match_expression$/,
  }),
  loads: (node) => (node.type === 'crate' ? '?crate' : undefined),
  holder,
  given,
  functionName: (node) =>
    node.type === 'function_item'
      ? (node.childForFieldName('name')?.text ?? '')
      : node.type === 'closure_expression'
        ? ''
        : undefined,
  isHandler,
  isTry: () => false,
  isTest,
  isTypeOnly: () => false,
  isCommentOrString: (node) => /comment|string/.test(node.type),
  readEnv,
  replaceable,
  literalText,
  loadEnv,
});

/** Calls that only pass on what they are called on, such as `.unwrap()`, are none. */
/** `#[cfg(test)] mod tests`, `#[test] fn …`, `#[tokio::test] async fn …`; `fn test()` that makes what tests are given. */
function isTest(node: Node): boolean {
  if (node.type !== 'mod_item' && node.type !== 'function_item') return false;
  if (node.type === 'function_item' && node.childForFieldName('name')?.text === 'test') return true;
  for (let at = node.previousNamedSibling; at?.type === 'attribute_item'; at = at.previousNamedSibling) {
    if (/^#\[(?:cfg\(test\)|(?:\w+::)*test\b)/.test(at.text)) return true;
  }
  return false;
}

function call(node: Node): CallShape | undefined {
  switch (node.type) {
    case 'call_expression': {
      const callee = node.childForFieldName('function');
      if (!callee || passing(node)) return undefined;
      const args = argumentsOf(node).map((one) => ({ name: undefined, value: one }));
      return { callee, args, construct: /^[A-Z]/.test(lastName(callee)) };
    }
    case 'struct_expression': {
      const callee = node.childForFieldName('name');
      const body = node.childForFieldName('body');
      return callee && body
        ? { callee, args: [{ name: undefined, value: body }], construct: true }
        : undefined;
    }
    case 'macro_invocation':
      return readingMacro(node);
    case 'attribute':
      return attribute(node);
    default:
      return undefined;
  }
}

function lastName(callee: Node): string {
  return (callee.childForFieldName('name') ?? callee.childForFieldName('field') ?? callee).text;
}

/** Macros are not parsed; of `env!("X")` and `sqlx::migrate!()` the words tell all. */
function readingMacro(node: Node): CallShape | undefined {
  const callee = node.childForFieldName('macro');
  if (!callee || !/^(?:(?:(?:std|core)::)?(?:option_)?env|(?:sqlx::)?migrate)$/.test(callee.text))
    return undefined;
  return { callee, args: literals(node), construct: false };
}

/** `#[arg(env = "PORT")]`: what it is given by name, and its literals. */
function attribute(node: Node): CallShape | undefined {
  const [callee] = node.namedChildren;
  return callee && callee.type !== 'token_tree'
    ? { callee, args: literals(node), construct: false, annotation: true }
    : undefined;
}

function literals(node: Node): CallShape['args'] {
  const tokens = node.namedChildren.find(({ type }) => type === 'token_tree')?.children ?? [];
  const args = [];
  for (const [index, token] of tokens.entries()) {
    if (!token || !/_literal$/.test(token.type)) continue;
    const name = tokens[index - 1]?.type === '=' ? tokens[index - 2]?.text : undefined;
    args.push({ name, value: token });
  }
  return args;
}

const NUMBER = /^(?:integer|float)_literal$/;

/**
 * A literal's text lives for ever and a variable's does not, so a text is replaced only where it is copied, compared
 * or lent to a call; a number only where its type is told by something else.
 */
function replaceable(node: Node): Replaceable | undefined {
  const literal = whole(node);
  const parent = literal.parent;
  if (!parent) return undefined;
  for (
    let at: Node | null = parent;
    at && !/_declaration$|_statement$|^block$/.test(at.type);
    at = at.parent
  ) {
    if (/^(?:const_item|static_item|.*pattern|attribute|token_tree|array_type|enum_variant)$/.test(at.type))
      return undefined;
  }
  const plain = { before: '', after: '', operand: false };
  if (literal.type === 'boolean_literal')
    return { ...plain, operand: /^(?:binary|unary)_expression$/.test(parent.type) };
  const isNumber = NUMBER.test(literal.type);
  if (isNumber && hasSuffix(literal.text)) return undefined;
  switch (parent.type) {
    case 'let_declaration':
      if (parent.childForFieldName('type')?.text.includes("'static")) return undefined;
      return isNumber ? plain : { ...plain, before: '&' };
    case 'arguments':
      return isNumber ? plain : asArgument(parent);
    case 'reference_expression':
      return plain;
    case 'field_expression':
      return isNumber ? undefined : plain;
    case 'binary_expression': {
      const isComparison = /^[=!]=$/.test(parent.childForFieldName('operator')?.text ?? '');
      return isComparison && !isNumber ? { ...plain, operand: true } : undefined;
    }
    default:
      return isNumber && /^(?:field_initializer|tuple_expression|assignment_expression)$/.test(parent.type)
        ? plain
        : undefined;
  }
}

/** What a constructor such as `Some` is given it keeps; `String::from` copies it. */
function asArgument(list: Node): Replaceable | undefined {
  const callee = list.parent?.childForFieldName('function');
  if (!list.parent || !callee) return undefined;
  const copies = /(?:^|::)(?:String|PathBuf|OsString)::from$/.test(callee.text.slice(-40));
  if (copies) return { before: '', after: '', operand: false };
  const keeps = /^[A-Z]/.test(lastName(callee)) || passing(list.parent) !== undefined;
  return keeps ? undefined : { before: '&', after: '', operand: false };
}

/** `true` is a word inside the literal of the same extent. */
function whole(node: Node): Node {
  return node.parent?.type === 'boolean_literal' ? node.parent : node;
}

function literalText(node: Node): string | undefined {
  const literal = whole(node);
  switch (literal.type) {
    case 'string_literal':
    case 'raw_string_literal':
      return isText(literal.text) ? stringOf(literal.text) : undefined;
    case 'integer_literal':
      return integerText(literal.text);
    case 'float_literal': {
      const read = numberOf(literal.text);
      if (read === undefined) return undefined;
      return /^\d+$/.test(String(read)) ? `${read}.0` : String(read);
    }
    case 'boolean_literal':
      return literal.text;
    default:
      return undefined;
  }
}
