import type { Node } from 'web-tree-sitter';
import { HOLE, type Holder, type Value } from '../facts/fact';
import {
  type Bound,
  type CallShape,
  type Cast,
  type Chain,
  defineLanguage,
  type EnvExpression,
  HOLDER_CLIMB,
  type Replaceable,
  rangeOf,
} from '../language';
import type { Range } from '../text';
import { around } from './shared/around';
import { comparing } from './shared/comparisons';
import { importEdit, insertion } from './shared/python-edits';
import { envReads } from './shared/python-env';
import { isHandler } from './shared/python-handlers';
import { readImports } from './shared/python-imports';
import { isPlainText, unescaped } from './shared/python-strings';
import { pythonState } from './shared/state';

/** Where `"…" % value` puts a value. */
const FORMATTED = /%(?:\(\w{1,60}\))?[-+ #0]{0,5}\d{0,5}(?:\.\d{1,5})?[srdifxeg]/g;

const LOADER = 'from dotenv import load_dotenv\n\nload_dotenv()\n';

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
  declaredIn,
  state: pythonState,
  comparison: comparing({
    binary: /^comparison_operator$/,
    arms: /^case_clause$/,
    switches: /^match_statement$/,
  }),
  loads: () => undefined,
  holder,
  given,
  functionName: (node) =>
    node.type === 'function_definition'
      ? (node.childForFieldName('name')?.text ?? '')
      : node.type === 'lambda'
        ? ''
        : undefined,
  isHandler,
  isTry: (node) => node.type === 'try_statement',
  isTypeOnly: (node) =>
    node.type === 'if_statement' &&
    /(?:^|\.)TYPE_CHECKING$/.test(node.childForFieldName('condition')?.text ?? ''),
  isCommentOrString: (node) => /comment|string/.test(node.type),
  readEnv,
  replaceable,
  literalText,
  loadEnv: (text) => ({ package: 'python-dotenv', edits: [insertion(text, LOADER)] }),
});

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
  const [bare] = node.type === 'decorator' ? node.namedChildren : [];
  if (bare && bare.type !== 'call') return { callee: bare, args: [], construct: false, annotation: true };
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
      return number(node.text.replaceAll('_', ''), range);
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
    case 'binary_operator':
      return joined(node, of);
    case 'conditional_expression':
      return { kind: 'either', values: node.namedChildren.map(of), range };
    default:
      return node.id === wrapped.id ? undefined : of(node);
  }
}

/** Texts put together by `+` and `%`, and the parts of a path, which `/` joins. */
function joined(node: Node, of: (node: Node) => Value): Value | undefined {
  const range = rangeOf(node);
  const [left, right] = ['left', 'right'].map((field) => node.childForFieldName(field));
  const operator = node.childForFieldName('operator')?.text;
  if (!left || !right || !/^[+/%]$/.test(operator ?? '')) return undefined;
  const [before, after] = [of(left), of(right)];
  const isText = (value: Value): boolean => value.kind === 'string' || value.kind === 'template';
  if (operator === '/') {
    const args = [before, after].map((value) => ({ name: undefined, value }));
    const isNumber = before.kind === 'number' || after.kind === 'number';
    return isNumber ? undefined : { kind: 'call', callee: 'pathlib.Path', args, range };
  }
  if (operator === '%') {
    const text = 'text' in before && isText(before) ? before.text.replaceAll(FORMATTED, HOLE) : undefined;
    return text === undefined ? undefined : { kind: 'template', text, range };
  }
  if (![before, after].some(isText)) return undefined;
  const text = [before, after].map((value) => ('text' in value ? value.text : HOLE)).join('');
  return { kind: 'template', text, range };
}

/** Imaginary numbers (`5j`) are no numbers that an env file could hold. */
function number(text: string, range: Range): Value {
  const read = Number(text);
  return Number.isNaN(read) ? { kind: 'unknown', range } : { kind: 'number', value: read, range };
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
  // The grammar's `string_content` lacks some escapes: the source between the quotes says it all.
  const source = node.text;
  const prefix = prefixOf(node);
  const opening = node.firstNamedChild?.text ?? '';
  const quotes = opening.slice(prefix.length);
  const end = node.lastNamedChild?.text.endsWith(quotes) ? source.length - quotes.length : source.length;
  let at = opening.length;
  let text = '';
  for (const hole of node.namedChildren.filter(({ type }) => type === 'interpolation')) {
    text += unescaped(source.slice(at, hole.startIndex - node.startIndex), prefix) + HOLE;
    at = hole.endIndex - node.startIndex;
  }
  return text + unescaped(source.slice(at, Math.max(at, end)), prefix);
}

function prefixOf(string: Node): string {
  return /^[A-Za-z]*/.exec(string.text.slice(0, 3))?.[0] ?? '';
}

function binding(identifier: Node): Bound {
  const parent = identifier.parent;
  if (!parent) return undefined;
  const isField = (field: string): boolean => parent.childForFieldName(field)?.id === identifier.id;
  const held = parent.childForFieldName(parent.type === 'assignment' ? 'right' : 'value');
  switch (parent.type) {
    case 'assignment':
      if (!isField('left')) return undefined;
      return held ? { value: held, members: [] } : 'declared';
    case 'as_pattern_target':
      return opened(parent);
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
      return 'rebound';
    case 'global_statement':
    case 'nonlocal_statement':
      return 'outer';
    default:
      return undefined;
  }
}

const SCOPES = new Set(['function_definition', 'lambda', 'class_definition']);
const COMPREHENSIONS = new Set([
  ...SCOPES,
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
]);

/** Every name that a function gives a value is its own, unless it says otherwise. */
function declaredIn(identifier: Node): Node | undefined {
  const parent = identifier.parent;
  const isDefined = parent?.type === 'function_definition' || parent?.type === 'class_definition';
  if (isDefined) return around(parent, SCOPES);
  return around(identifier, parent?.type === 'for_in_clause' ? COMPREHENSIONS : SCOPES);
}

/** `with smtplib.SMTP(host) as smtp:` gives the name what was opened. */
function opened(target: Node): Bound {
  const pattern = target.parent;
  const held = pattern?.parent?.type === 'with_item' ? pattern.namedChildren[0] : undefined;
  return held ? { value: held, members: [] } : 'rebound';
}

function holder(node: Node): Holder | undefined {
  let at = node;
  for (
    let parent = at.parent, left = HOLDER_CLIMB;
    parent && left > 0;
    at = parent, parent = parent.parent, left--
  ) {
    switch (parent.type) {
      case 'assignment':
        return parent.childForFieldName('right')?.id === at.id
          ? target(parent.childForFieldName('left'))
          : undefined;
      case 'named_expression':
        return target(parent.childForFieldName('name'));
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
  const direct = readImports(text)
    .filter(({ range }) => /^from[ \t]+$/.test(lineBefore(text, range.start)))
    .flatMap(({ bindings }) => bindings)
    .find(({ qualified }) => qualified === 'os.environ')?.local;
  const imported = direct === undefined ? importEdit(text, 'os') : undefined;
  const edits = imported ? [imported] : [];
  const environ = direct ?? 'os.environ';
  const key = `${quote}${name}${quote}`;
  const either = fallback === undefined ? `${environ}[${key}]` : `${environ}.get(${key}, ${fallback})`;
  if (cast === 'boolean')
    return { text: `${environ}.get(${key}) == ${quote}true${quote}`, compound: true, edits };
  if (cast === 'string') return { text: either, compound: false, edits };
  return { text: `${cast === 'number' ? 'int' : 'float'}(${either})`, compound: false, edits };
}

function lineBefore(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}

/** Where only a literal may stand: docstrings, parts of a string, patterns, types. */
const LITERALS_ONLY =
  /^(?:expression_statement|concatenated_string|case_pattern|interpolation|format_expression|type)$/;
const OPERATORS =
  /^(?:(?:binary|comparison|not|unary|boolean)_operator|attribute|subscript|call|conditional_expression|await)$/;

function replaceable(literal: Node): Replaceable | undefined {
  const parent = literal.parent;
  if (!parent || (parent.type === 'pair' && parent.childForFieldName('key')?.id === literal.id))
    return undefined;
  for (let at: Node | null = parent; at && !/_statement$|_clause$/.test(at.type); at = at.parent) {
    if (LITERALS_ONLY.test(at.type)) return undefined;
  }
  if (LITERALS_ONLY.test(parent.type)) return undefined;
  return { before: '', after: '', operand: OPERATORS.test(parent.type) };
}

/** Integers of any size stay exact; a float keeps its point. */
function literalText(literal: Node): string | undefined {
  const read = value(literal, (node) => ({ kind: 'unknown', range: rangeOf(node) }));
  switch (read?.kind) {
    case 'string':
      return isPlainText(literal.text, prefixOf(literal)) ? read.text : undefined;
    case 'number':
      if (literal.type === 'integer') return BigInt(literal.text.replaceAll('_', '')).toString();
      return String(read.value).replace(/^\d+$/, '$&.0');
    case 'boolean':
      return String(read.value);
    default:
      return undefined;
  }
}
