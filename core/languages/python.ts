import type { Node } from 'web-tree-sitter';
import { type EnvRead, HOLE, type Holder, type Value } from '../facts/fact';
import {
  type Binding,
  type CallShape,
  type Cast,
  type Chain,
  defineLanguage,
  type EnvExpression,
  rangeOf,
} from '../language';
import type { TextEdit } from '../text';
import { firstImport, importEdit } from './shared/python-edits';
import { readImports } from './shared/python-imports';

const ENV_READ = /\b(?:environb?(?:\.get\(|\[)|getenv\()[ \t]*["'](\w+)["']/g;
const STRING_PREFIX = /^[A-Za-z]*/;

export default defineLanguage({
  ids: ['python'],
  family: 'python',
  extensions: ['.py'],
  grammar: 'python',
  lineComment: '#',
  strings: new Set(['string', 'concatenated_string']),
  identifiers: new Set(['identifier']),
  imports: readImports,
  envReads,
  env: {
    member: /^os\.environb?\.(?!get\b|setdefault\b|pop\b|copy\b|items\b|keys\b|update\b)(\w+)/,
    calls:
      /^(?:os\.getenv|os\.environb?\.(?:get|pop|setdefault)|decouple\.config|dj_database_url\.config|starlette\.config\.Config\(\)|environs?\.Env\(\)(?:\.\w+)?)$/,
  },
  call,
  chain,
  value,
  binding,
  loads: () => undefined,
  holder,
  given,
  functionName: (node) =>
    node.type === 'function_definition'
      ? (node.childForFieldName('name')?.text ?? '')
      : node.type === 'lambda'
        ? ''
        : undefined,
  isTry: (node) => node.type === 'try_statement',
  isTypeOnly: (node) =>
    node.type === 'if_statement' &&
    /(?:^|\.)TYPE_CHECKING$/.test(node.childForFieldName('condition')?.text ?? ''),
  isCommentOrString: (node) => /comment|string/.test(node.type),
  readEnv,
  replaceable,
  literalText,
  loadEnv,
});

function envReads(text: string): EnvRead[] {
  const reads: EnvRead[] = [];
  for (const match of text.matchAll(ENV_READ)) {
    const name = match[1] ?? '';
    const end = match.index + match[0].length;
    if (/^\][ \t]?=[^=]/.test(text.slice(end, end + 4))) continue;
    const start = end - 1 - name.length;
    reads.push({ name, range: { start, end: start + name.length } });
  }
  return reads;
}

function unwrap(node: Node): Node {
  let at = node;
  while (at.type === 'parenthesized_expression' || at.type === 'await') {
    const inner = at.namedChildren[0];
    if (!inner) break;
    at = inner;
  }
  return at;
}

function call(node: Node): CallShape | undefined {
  const callee = node.type === 'call' ? node.childForFieldName('function') : null;
  if (!callee) return undefined;
  const list = node.childForFieldName('arguments');
  const args = [];
  for (const child of list?.type === 'argument_list' ? list.namedChildren : []) {
    if (child.type === 'comment') continue;
    const held = child.type === 'keyword_argument' ? child.childForFieldName('value') : child;
    const name = child.type === 'keyword_argument' ? child.childForFieldName('name')?.text : undefined;
    if (held) args.push({ name, value: held });
  }
  return { callee, args, construct: /^[A-Z]/.test(lastName(callee)) };
}

function lastName(callee: Node): string {
  return (callee.type === 'attribute' ? callee.childForFieldName('attribute') : callee)?.text ?? '';
}

function chain(node: Node): Chain | undefined {
  const members: string[] = [];
  let at = unwrap(node);
  for (;;) {
    const object = at.childForFieldName(at.type === 'subscript' ? 'value' : 'object');
    if (at.type === 'attribute' && object) members.unshift(at.childForFieldName('attribute')?.text ?? '?');
    else if (at.type === 'subscript' && object) {
      const index = at.childForFieldName('subscript');
      members.unshift(index?.type === 'string' ? stringText(index) : '?');
    } else return { base: at, members };
    at = unwrap(object);
  }
}

function value(wrapped: Node, of: (node: Node) => Value): Value | undefined {
  const node = unwrap(wrapped);
  const range = rangeOf(node);
  switch (node.type) {
    case 'string':
      return {
        kind: node.text.includes('{') && hasHoles(node) ? 'template' : 'string',
        text: stringText(node),
        range,
      };
    case 'concatenated_string':
      return { kind: 'template', text: node.namedChildren.map(stringText).join(''), range };
    case 'integer':
    case 'float':
      return { kind: 'number', value: Number(node.text.replaceAll('_', '')), range };
    case 'true':
    case 'false':
      return { kind: 'boolean', value: node.type === 'true', range };
    case 'none':
      return { kind: 'null', range };
    case 'list':
    case 'tuple':
    case 'set':
      return { kind: 'array', items: node.namedChildren.map(of), range };
    case 'dictionary':
      return dictionary(node, of);
    case 'boolean_operator': {
      const sides = [node.childForFieldName('left'), node.childForFieldName('right')];
      return { kind: 'either', values: sides.filter((side) => side !== null).map(of), range };
    }
    case 'conditional_expression':
      return { kind: 'either', values: node.namedChildren.map(of), range };
    default:
      return node.id === wrapped.id ? undefined : of(node);
  }
}

function dictionary(node: Node, of: (node: Node) => Value): Value {
  const entries = [];
  let open = false;
  for (const child of node.namedChildren) {
    const key = child.childForFieldName('key');
    const held = child.childForFieldName('value');
    if (child.type === 'pair' && key?.type === 'string' && held) {
      entries.push({ key: stringText(key), keyRange: rangeOf(key), value: of(held) });
    } else if (child.type !== 'comment') open = true;
  }
  return { kind: 'object', entries, open, range: rangeOf(node) };
}

function hasHoles(node: Node): boolean {
  return node.namedChildren.some((child) => child.type === 'interpolation');
}

function stringText(node: Node): string {
  if (node.type !== 'string') return HOLE;
  let text = '';
  for (const child of node.namedChildren) {
    if (child.type === 'string_content') text += child.text.replace(/\\(["'\\])/g, '$1');
    else if (child.type === 'interpolation') text += HOLE;
  }
  return text;
}

function binding(identifier: Node): Binding | 'rebound' | undefined {
  const parent = identifier.parent;
  if (!parent) return undefined;
  const isField = (field: string): boolean => parent.childForFieldName(field)?.id === identifier.id;
  const held = parent.childForFieldName(parent.type === 'assignment' ? 'right' : 'value');
  switch (parent.type) {
    case 'assignment':
      if (!isField('left')) return undefined;
      return held ? { value: held, members: [] } : undefined;
    case 'named_expression':
      return isField('name') && held ? { value: held, members: [] } : undefined;
    case 'augmented_assignment':
    case 'for_statement':
    case 'for_in_clause':
      return isField('left') ? 'rebound' : undefined;
    case 'function_definition':
    case 'class_definition':
    case 'default_parameter':
    case 'typed_default_parameter':
      return isField('name') ? 'rebound' : undefined;
    case 'parameters':
    case 'lambda_parameters':
    case 'typed_parameter':
    case 'pattern_list':
    case 'tuple_pattern':
    case 'as_pattern_target':
    case 'global_statement':
    case 'nonlocal_statement':
      return 'rebound';
    default:
      return undefined;
  }
}

function holder(node: Node): Holder | undefined {
  let at = node;
  for (let parent = at.parent; parent; at = parent, parent = parent.parent) {
    switch (parent.type) {
      case 'assignment':
        return parent.childForFieldName('right')?.id === at.id
          ? target(parent.childForFieldName('left'))
          : undefined;
      case 'keyword_argument':
        return { name: parent.childForFieldName('name')?.text ?? '', kind: 'argument', owner: undefined };
      case 'default_parameter':
      case 'typed_default_parameter':
        return { name: parent.childForFieldName('name')?.text ?? '', kind: 'parameter', owner: undefined };
      case 'pair': {
        const key = parent.childForFieldName('key');
        if (key?.type !== 'string' || key.id === at.id) return undefined;
        const owner = parent.parent ? holder(parent.parent)?.name : undefined;
        return { name: stringText(key), kind: 'key', owner };
      }
      case 'boolean_operator':
      case 'conditional_expression':
      case 'parenthesized_expression':
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

function target(left: Node | null): Holder | undefined {
  if (left?.type === 'identifier') return { name: left.text, kind: 'variable', owner: undefined };
  const reached = left ? chain(left) : undefined;
  const name = reached?.members.at(-1);
  if (!reached || name === undefined || name === '?') return undefined;
  return { name, kind: 'attribute', owner: reached.members.at(-2) ?? reached.base.text };
}

function given(node: Node): Node | undefined {
  const key = node.type === 'string_content' ? node.parent : node;
  const parent = key?.parent;
  if (!key || !parent) return undefined;
  if (parent.type === 'pair')
    return parent.childForFieldName('key')?.id === key.id
      ? (parent.childForFieldName('value') ?? undefined)
      : undefined;
  if (/^(?:keyword_argument|default_parameter|typed_default_parameter)$/.test(parent.type)) {
    return parent.childForFieldName('name')?.id === key.id
      ? (parent.childForFieldName('value') ?? undefined)
      : undefined;
  }
  const left = parent.type === 'attribute' || parent.type === 'subscript' ? parent : key;
  const assignment = left.parent;
  if (assignment?.type !== 'assignment' || assignment.childForFieldName('left')?.id !== left.id)
    return undefined;
  return assignment.childForFieldName('right') ?? undefined;
}

function readEnv(name: string, cast: Cast, fallback: string | undefined, text: string): EnvExpression {
  const quote = text.split("'").length > text.split('"').length ? "'" : '"';
  const direct = /^from os import [^#\n]*\benviron\b/m.test(text);
  const imported = direct ? undefined : importEdit(text, 'os');
  const edits = imported ? [imported] : [];
  const environ = direct ? 'environ' : 'os.environ';
  const key = `${quote}${name}${quote}`;
  const required = `${environ}[${key}]`;
  const optional = `${environ}.get(${key}, ${fallback})`;
  if (cast === 'boolean') return { text: `${environ}.get(${key}) == ${quote}true${quote}`, edits };
  if (cast === 'number') return { text: `int(${fallback === undefined ? required : optional})`, edits };
  return { text: fallback === undefined ? required : optional, edits };
}

function replaceable(literal: Node): { before: string; after: string } | undefined {
  const parent = literal.parent;
  if (!parent || parent.type === 'expression_statement' || parent.type === 'concatenated_string')
    return undefined;
  if (parent.type === 'pair' && parent.childForFieldName('key')?.id === literal.id) return undefined;
  if (STRING_PREFIX.exec(literal.text)?.[0].toLowerCase().includes('b')) return undefined;
  return { before: '', after: '' };
}

function literalText(literal: Node): string | undefined {
  const read = value(literal, (node) => ({ kind: 'unknown', range: rangeOf(node) }));
  if (read?.kind === 'string') return read.text;
  return read?.kind === 'number' || read?.kind === 'boolean' ? String(read.value) : undefined;
}

function loadEnv(text: string): { package: string; edits: TextEdit[] } {
  const at = firstImport(text);
  return {
    package: 'python-dotenv',
    edits: [{ range: { start: at, end: at }, newText: 'from dotenv import load_dotenv\n\nload_dotenv()\n' }],
  };
}
