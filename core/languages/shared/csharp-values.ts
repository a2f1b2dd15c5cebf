import type { Node } from 'web-tree-sitter';
import type { Entry, Value } from '../../facts/fact';
import { rangeOf } from '../../language';
import { concatenation } from './concatenation';
import { stringMeaning } from './csharp-strings';

export const STRINGS: ReadonlySet<string> = new Set([
  'string_literal',
  'verbatim_string_literal',
  'raw_string_literal',
  'interpolated_string_expression',
]);

/** Words that are names where no keyword can stand; there the name and the word in it are two nodes. */
export const CONTEXTUAL =
  'alias ascending by descending equals file from global group into join let notnull on orderby scoped select unmanaged var when where yield'.split(
    ' ',
  );

/** The whole of a name or literal of which the node may be the only word. */
export function wholeOf(node: Node): Node {
  return node.parent && /^(?:identifier|boolean_literal)$/.test(node.parent.type) ? node.parent : node;
}

/** Past parentheses, casts, `await` and `!`. */
export function unwrap(node: Node): Node {
  let at = node;
  for (;;) {
    const inner = wrapped(at);
    if (!inner) return at;
    at = inner;
  }
}

function wrapped(node: Node): Node | null | undefined {
  switch (node.type) {
    case 'parenthesized_expression':
    case 'await_expression':
    case 'checked_expression':
    case 'ref_expression':
      return node.namedChildren[0];
    case 'cast_expression':
      return node.childForFieldName('value');
    case 'as_expression':
      return node.childForFieldName('left');
    case 'postfix_unary_expression':
      return node.children.at(-1)?.type === '!' ? node.namedChildren[0] : undefined;
    default:
      return undefined;
  }
}

export function value(whole: Node, of: (node: Node) => Value): Value | undefined {
  const node = unwrap(whole);
  const range = rangeOf(node);
  if (STRINGS.has(node.type)) {
    const { text, isWhole } = stringMeaning(node);
    return isWhole ? { kind: 'string', text, range } : { kind: 'template', text, range };
  }
  switch (node.type) {
    case 'integer_literal':
    case 'real_literal':
      return { kind: 'number', value: numberOf(node.text), range };
    case 'boolean_literal':
      return { kind: 'boolean', value: node.text === 'true', range };
    case 'null_literal':
      return { kind: 'null', range };
    case 'character_literal':
      return { kind: 'unknown', range };
    case 'initializer_expression':
      return initializer(node, of);
    case 'anonymous_object_creation_expression':
      return anonymous(node, of);
    case 'array_creation_expression':
    case 'implicit_array_creation_expression': {
      const items = node.namedChildren.find(({ type }) => type === 'initializer_expression');
      return { kind: 'array', items: partsOf(items).map(of), range };
    }
    case 'element_binding_expression':
      return {
        kind: 'array',
        items: partsOf(node).map((item) => of(item.namedChildren.at(-1) ?? item)),
        range,
      };
    case 'binary_expression': {
      if (node.childForFieldName('operator')?.text !== '??') return concatenation(node, of);
      return either(['left', 'right'], node, of);
    }
    case 'conditional_expression':
      return either(['consequence', 'alternative'], node, of);
    case 'prefix_unary_expression':
      return negative(node, of);
    default:
      return node.id === whole.id ? undefined : of(node);
  }
}

function either(fields: readonly string[], node: Node, of: (node: Node) => Value): Value {
  const sides = fields.map((field) => node.childForFieldName(field));
  const values = sides.filter((side) => side !== null && side.type !== 'throw_expression');
  return { kind: 'either', values: values.map((side) => of(side ?? node)), range: rangeOf(node) };
}

/** The expressions in brackets, braces or an argument list. */
export function partsOf(list: Node | null | undefined): Node[] {
  return list?.namedChildren.filter(({ type }) => type !== 'comment') ?? [];
}

function numberOf(source: string): number {
  const text = source.replaceAll('_', '');
  return Number(
    /^0[xXbB]/.test(text) ? text.replace(/[uUlL]{1,2}$/, '') : text.replace(/[uUlLfFdDmM]{1,2}$/, ''),
  );
}

function negative(node: Node, of: (node: Node) => Value): Value {
  const operand = node.namedChildren[0];
  const read = operand && of(operand);
  const sign = node.children[0]?.type;
  if (read?.kind !== 'number' || (sign !== '-' && sign !== '+'))
    return { kind: 'unknown', range: rangeOf(node) };
  return { kind: 'number', value: sign === '-' ? -read.value : read.value, range: rangeOf(node) };
}

/** `{ A = 1 }`, `{ ["a"] = 1 }` and `{ { "a", 1 } }` are objects, `{ 1, 2 }` is an array. */
function initializer(node: Node, of: (node: Node) => Value): Value {
  const parts = partsOf(node);
  const entries = parts.map((part) => entryOf(part, of)).filter((entry) => entry !== undefined);
  const range = rangeOf(node);
  if (entries.length === 0 && parts.length > 0) return { kind: 'array', items: parts.map(of), range };
  return { kind: 'object', entries, open: entries.length < parts.length, range };
}

function entryOf(part: Node, of: (node: Node) => Value): Entry | undefined {
  const pair = keyed(part);
  const key = pair && keyText(pair.key);
  return pair && key !== undefined ? { key, keyRange: rangeOf(pair.key), value: of(pair.held) } : undefined;
}

/** The key and the value of one element of an initializer. */
export function keyed(part: Node): { readonly key: Node; readonly held: Node } | undefined {
  const [first, second, third] = part.type === 'initializer_expression' ? partsOf(part) : [];
  if (first && second && !third && STRINGS.has(first.type)) return { key: first, held: second };
  const left = part.type === 'assignment_expression' ? part.childForFieldName('left') : null;
  const held = part.type === 'assignment_expression' ? part.childForFieldName('right') : null;
  const key =
    left?.type === 'element_binding_expression' ? left.namedChildren[0]?.namedChildren.at(-1) : left;
  return key && held ? { key, held } : undefined;
}

export function keyText(key: Node): string | undefined {
  if (key.type === 'identifier') return key.text;
  return STRINGS.has(key.type) ? stringMeaning(key).text : undefined;
}

function anonymous(node: Node, of: (node: Node) => Value): Value {
  const entries: Entry[] = [];
  const { children } = node;
  children.forEach((child, index) => {
    if (!child.isNamed || child.type === 'comment' || children[index - 1]?.type === '=') return;
    const held = children[index + 1]?.type === '=' ? children[index + 2] : child;
    const key = child.type === 'member_access_expression' ? child.childForFieldName('name') : child;
    if (held && key) entries.push({ key: key.text, keyRange: rangeOf(key), value: of(held) });
  });
  return { kind: 'object', entries, open: false, range: rangeOf(node) };
}

/** Integers must fit `int`, and fractions are those of `double`. */
export function literalText(node: Node): string | undefined {
  const literal = wholeOf(node);
  if (STRINGS.has(literal.type)) {
    const { text, isWhole } = stringMeaning(literal);
    return isWhole ? text : undefined;
  }
  const source = literal.text;
  switch (literal.type) {
    case 'boolean_literal':
      return source;
    case 'integer_literal': {
      const read = /^0[xX][\dA-Fa-f_]+$|^(?:0[bB])?[\d_]+$/.test(source) ? numberOf(source) : Number.NaN;
      return read <= 0x7fffffff ? String(read) : undefined;
    }
    case 'real_literal': {
      const read = /[fFmM]$/.test(source) ? Number.NaN : numberOf(source);
      if (!Number.isFinite(read)) return undefined;
      return /^\d+$/.test(String(read)) ? `${read}.0` : String(read);
    }
    default:
      return undefined;
  }
}
