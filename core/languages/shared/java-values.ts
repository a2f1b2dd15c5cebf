import type { Node } from 'web-tree-sitter';
import type { Value } from '../../facts/fact';
import { rangeOf } from '../../language';
import type { Range } from '../../text';
import { concatenation } from './concatenation';
import { hidesSyntax, stringMeaning } from './java-strings';

/** Calls that hand on what they are given. */
const WRAPPERS =
  /^(?:Optional\.(?:ofNullable|of)|Objects\.requireNonNull|Strings\.(?:nullToEmpty|emptyToNull))$/;
/** Calls that hand on one of the two that they are given. */
const EITHERS =
  /^(?:\w+\.)?(?:requireNonNullElse|firstNonNull|defaultString|defaultIfBlank|defaultIfEmpty|defaultIfNull)$/;
const LISTS = /^(?:(?:List|Set)\.of|Arrays\.asList|Collections\.singleton(?:List)?)$/;
const MAPS = /^(?:Map\.of|Collections\.singletonMap)$/;
const PLACEHOLDER = /\$\{([^:}]{1,200})(?::([^}]{0,500}))?\}|systemEnvironment(?:\['|\.)(\w+)/;

export function unwrap(node: Node): Node {
  let at = node;
  while (at.type === 'parenthesized_expression' || at.type === 'cast_expression') {
    const inner = at.childForFieldName('value') ?? at.namedChildren[0];
    if (!inner) break;
    at = inner;
  }
  return at;
}

export function value(wrapped: Node, of: (node: Node) => Value): Value | undefined {
  const node = unwrap(wrapped);
  const range = rangeOf(node);
  switch (node.type) {
    case 'string_literal':
      return { kind: 'string', text: stringMeaning(node.text), range };
    case 'decimal_integer_literal':
    case 'hex_integer_literal':
    case 'octal_integer_literal':
    case 'binary_integer_literal':
      return { kind: 'number', value: Number(integer(node.text)), range };
    case 'decimal_floating_point_literal':
      return { kind: 'number', value: Number(node.text.replace(/_|[dDfF]$/g, '')), range };
    case 'true':
    case 'false':
      return { kind: 'boolean', value: node.type === 'true', range };
    case 'null_literal':
      return { kind: 'null', range };
    case 'character_literal':
      return { kind: 'unknown', range };
    case 'array_initializer':
    case 'element_value_array_initializer':
      return { kind: 'array', items: partsOf(node).map(of), range };
    case 'array_creation_expression': {
      const items = node.childForFieldName('value');
      return items ? of(items) : { kind: 'array', items: [], range };
    }
    case 'unary_expression':
      return negative(node, of);
    case 'binary_expression':
      return concatenation(node, of);
    case 'ternary_expression': {
      const arms = ['consequence', 'alternative'].map((field) => node.childForFieldName(field));
      return { kind: 'either', values: arms.filter((arm) => arm !== null).map(of), range };
    }
    case 'annotation':
      return configured(node);
    case 'method_invocation':
      return handedOn(node, of) ?? (node.id === wrapped.id ? undefined : of(node));
    default:
      return node.id === wrapped.id ? undefined : of(node);
  }
}

/** The expressions in brackets or an argument list. */
export function partsOf(list: Node | null): Node[] {
  return list?.namedChildren.filter((child) => !/comment$/.test(child.type)) ?? [];
}

/** An `int` or `long` in decimal digits, as its suffix has it: past its half a hexadecimal one is negative. */
function integer(source: string): string {
  const text = source.replace(/[_lL]/g, '');
  const read = BigInt(/^0[0-7]/.test(text) ? `0o${text.slice(1)}` : text);
  if (/^[1-9]/.test(text)) return read.toString();
  return BigInt.asIntN(/[lL]$/.test(source) ? 64 : 32, read).toString();
}

function negative(node: Node, of: (node: Node) => Value): Value {
  const operand = node.childForFieldName('operand');
  const read = operand && of(operand);
  const range = rangeOf(node);
  if (read?.kind !== 'number' || !/^[-+]/.test(node.text)) return { kind: 'unknown', range };
  return { kind: 'number', value: node.text.startsWith('-') ? -read.value : read.value, range };
}

/** What an annotation takes from the configuration: `@Value("${PORT:8080}")`, `@ConfigProperty(name = "PORT")`. */
function configured(node: Node): Value | undefined {
  const range = rangeOf(node);
  const given = new Map<string, { text: string; range: Range }>();
  for (const { name, value: held } of annotationArguments(node)) {
    if (held.type !== 'string_literal') continue;
    given.set(name ?? 'value', { text: stringMeaning(held.text), range: rangeOf(held) });
  }
  const annotation = node.childForFieldName('name')?.text ?? '';
  if (/\bConfigProperty$/.test(annotation)) {
    const fallback = given.get('defaultValue');
    const name = given.get('name')?.text ?? '';
    return { kind: 'env', name, fallback: fallback && { kind: 'string', ...fallback }, range };
  }
  const expression = /\bValue$/.test(annotation) ? given.get('value') : undefined;
  const match = PLACEHOLDER.exec(expression?.text ?? '');
  if (!expression || !match) return undefined;
  const text = match[2];
  const fallback =
    text === undefined ? undefined : ({ kind: 'string', text, range: expression.range } as const);
  return { kind: 'env', name: match[1] ?? match[3] ?? '', fallback, range };
}

export function annotationArguments(node: Node): { name: string | undefined; value: Node }[] {
  return partsOf(node.childForFieldName('arguments')).flatMap((child) => {
    const held = child.type === 'element_value_pair' ? child.childForFieldName('value') : child;
    const name = child.type === 'element_value_pair' ? child.childForFieldName('key')?.text : undefined;
    return held ? [{ name, value: held }] : [];
  });
}

function handedOn(node: Node, of: (node: Node) => Value): Value | undefined {
  const object = node.childForFieldName('object');
  if (object && object.type !== 'identifier') return undefined;
  const method = node.childForFieldName('name')?.text ?? '';
  const name = object ? `${object.text}.${method}` : method;
  const args = partsOf(node.childForFieldName('arguments'));
  const [first, second] = args;
  const range = rangeOf(node);
  if (first && WRAPPERS.test(name)) return of(first);
  if (first && second && EITHERS.test(name))
    return { kind: 'either', values: [of(first), of(second)], range };
  if (LISTS.test(name)) return { kind: 'array', items: args.map(of), range };
  return MAPS.test(name) ? map(args, of, range) : undefined;
}

function map(args: readonly Node[], of: (node: Node) => Value, range: Range): Value {
  const entries = [];
  for (let at = 0; at + 1 < args.length; at += 2) {
    const [key, held] = [args[at], args[at + 1]];
    const name = key && of(key);
    if (key && held && name?.kind === 'string')
      entries.push({ key: name.text, keyRange: rangeOf(key), value: of(held) });
  }
  return { kind: 'object', entries, open: entries.length * 2 < args.length, range };
}

/** Integers must fit `Integer.parseInt`, and fractions are those of `double`. */
export function literalText(literal: Node): string | undefined {
  const source = literal.text;
  switch (literal.type) {
    case 'string_literal':
      return hidesSyntax(source) ? undefined : stringMeaning(source);
    case 'true':
    case 'false':
      return literal.type;
    case 'decimal_floating_point_literal': {
      const read = Number(source.replace(/_|[dD]$/g, ''));
      if (!Number.isFinite(read)) return undefined;
      return /^\d+$/.test(String(read)) ? `${read}.0` : String(read);
    }
    default: {
      if (!/integer_literal$/.test(literal.type) || /[lL]$/.test(source)) return undefined;
      const text = integer(source);
      return Number(text) > 0x7fffffff ? undefined : text;
    }
  }
}
