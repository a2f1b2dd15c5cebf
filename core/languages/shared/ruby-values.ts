import type { Node } from 'web-tree-sitter';
import { HOLE, type Value } from '../../facts/fact';
import { textOf } from '../../facts/values';
import { rangeOf } from '../../language';
import type { Range } from '../../text';
import { isAttribute, unwrap } from './ruby-calls';
import { hasHoles, heredocBody, isPlainText, stringText } from './ruby-strings';

/** What the app is told from outside, if not by the environment itself. */
const CREDENTIALS = /^(?:::)?Rails\.application\.(?:credentials|secrets|config_for)\b/;
const NUMBER = /^(?:0[xX][\dA-Fa-f]+|0[bB][01]+|0[oO]?[0-7]+|0[dD]\d+|\d+)$/;

export function value(wrapped: Node, of: (node: Node) => Value): Value | undefined {
  const node = unwrap(wrapped);
  const range = rangeOf(node);
  switch (node.type) {
    case 'string':
    case 'bare_string':
    case 'simple_symbol':
    case 'delimited_symbol':
    case 'bare_symbol':
    case 'character':
    case 'heredoc_body':
      return { kind: hasHoles(node) ? 'template' : 'string', text: stringText(node), range };
    case 'heredoc_beginning': {
      const body = heredocBody(node);
      return body ? of(body) : { kind: 'unknown', range };
    }
    case 'chained_string':
      return { kind: 'template', text: node.namedChildren.map(stringText).join(''), range };
    case 'integer':
    case 'float':
      return number(node, range);
    case 'true':
    case 'false':
      return { kind: 'boolean', value: node.type === 'true', range };
    case 'nil':
      return { kind: 'null', range };
    case 'array':
    case 'string_array':
    case 'symbol_array':
    case 'right_assignment_list':
      return { kind: 'array', items: withoutComments(node).map(of), range };
    case 'hash':
      return hash(node, of);
    case 'call':
      return isAttribute(node) ? attribute(node, of) : credentials(node);
    case 'element_reference':
      return credentials(node);
    default:
      return composed(node, of) ?? (node.id === wrapped.id ? undefined : of(node));
  }
}

/** What has several values, or is made of several. */
function composed(node: Node, of: (node: Node) => Value): Value | undefined {
  const range = rangeOf(node);
  switch (node.type) {
    case 'binary':
      return binary(node, of);
    case 'unary': {
      const operand = node.childForFieldName('operand');
      const read = operand && of(operand);
      const isMinus = node.childForFieldName('operator')?.text === '-';
      if (read?.kind === 'number')
        return { kind: 'number', value: isMinus ? -read.value : read.value, range };
      return read?.kind === 'string' ? read : { kind: 'unknown', range };
    }
    case 'conditional':
    case 'if':
    case 'unless': {
      const arms = ['condition', 'consequence', 'alternative'].map((field) => node.childForFieldName(field));
      return { kind: 'either', values: arms.flatMap((arm) => (arm ? [of(lastOf(arm))] : [])), range };
    }
    default:
      return undefined;
  }
}

function binary(node: Node, of: (node: Node) => Value): Value {
  const range = rangeOf(node);
  const sides = ['left', 'right'].flatMap((field) => node.childForFieldName(field) ?? []).map(of);
  switch (node.childForFieldName('operator')?.text) {
    case '||':
    case '&&':
    case 'or':
    case 'and':
      return { kind: 'either', values: sides, range };
    case '+': {
      const texts = sides.map(textOf);
      if (texts.every((text) => text === undefined)) return { kind: 'unknown', range };
      return { kind: 'template', text: texts.map((text) => text ?? HOLE).join(''), range };
    }
    default:
      return { kind: 'unknown', range };
  }
}

/** A member that is read is a reference, not a call. */
function attribute(node: Node, of: (node: Node) => Value): Value | undefined {
  const method = node.childForFieldName('method');
  const read = credentials(node) ?? (method && of(method));
  const isOwn = read?.range.start === method?.startIndex && read?.range.end === method?.endIndex;
  return read && isOwn ? { ...read, range: rangeOf(node) } : (read ?? undefined);
}

function credentials(node: Node): Value | undefined {
  return CREDENTIALS.test(node.text)
    ? { kind: 'env', name: '', fallback: undefined, range: rangeOf(node) }
    : undefined;
}

/** The last expression of a branch. */
function lastOf(branch: Node): Node {
  return /^(?:then|else)$/.test(branch.type) ? (branch.namedChildren.at(-1) ?? branch) : branch;
}

function withoutComments(node: Node): Node[] {
  return node.namedChildren.filter(({ type }) => type !== 'comment');
}

function hash(node: Node, of: (node: Node) => Value): Value {
  const entries = [];
  let open = false;
  for (const child of withoutComments(node)) {
    const key = child.childForFieldName('key');
    const held = child.childForFieldName('value') ?? key;
    const isName = key && /string|symbol/.test(key.type) && !hasHoles(key);
    if (child.type === 'pair' && isName && held) {
      entries.push({ key: stringText(key), keyRange: rangeOf(key), value: of(held) });
    } else if (child.type !== 'heredoc_body') open = true;
  }
  return { kind: 'object', entries, open, range: rangeOf(node) };
}

function number(node: Node, range: Range): Value {
  const read = node.type === 'integer' ? Number(integer(node)) : Number(node.text.replaceAll('_', ''));
  return Number.isNaN(read) ? { kind: 'unknown', range } : { kind: 'number', value: read, range };
}

/** An integer of any size; `017` is octal. */
function integer(node: Node): bigint | undefined {
  const text = node.text.replaceAll('_', '');
  if (!NUMBER.test(text)) return undefined;
  const octal = /^0[oO]?([0-7]+)$/.exec(text)?.[1];
  return BigInt(octal === undefined ? text.replace(/^0[dD]0*(?=\d)/, '') : `0o${octal}`);
}

/** A float keeps its point; symbols are no text. */
export function literalText(literal: Node): string | undefined {
  switch (literal.type) {
    case 'string':
      return isPlainText(literal) ? stringText(literal) : undefined;
    case 'integer':
      return integer(literal)?.toString();
    case 'float':
      return String(Number(literal.text.replaceAll('_', ''))).replace(/^\d+$/, '$&.0');
    case 'true':
    case 'false':
      return literal.type;
    default:
      return undefined;
  }
}
