import type { Node } from 'web-tree-sitter';
import type { Holder, Value } from '../../facts/fact';
import { HOLE } from '../../facts/fact';
import type { Bound, CallShape, Cast, Chain, EnvExpression, Language, Replaceable } from '../../language';
import { rangeOf } from '../../language';
import type { Range } from '../../text';
import { climbing } from './climbing';
import { comparing } from './comparisons';
import { loaderEdit } from './javascript-edits';
import { envReads } from './javascript-env';
import { isHandler } from './javascript-handlers';
import { moduleName, readImports } from './javascript-imports';
import { declaredIn, FUNCTIONS } from './javascript-scopes';
import { unescaped, unescapedTemplate } from './javascript-strings';
import { javascriptState } from './state';

const WRAPPERS = new Set([
  'parenthesized_expression',
  'await_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'type_assertion',
]);
const holder = climbing((parent, at) => {
  switch (parent.type) {
    case 'variable_declarator':
      return named(parent.childForFieldName('name'), 'variable');
    case 'assignment_expression':
    case 'augmented_assignment_expression':
      return parent.childForFieldName('right')?.id === at.id
        ? target(parent.childForFieldName('left'))
        : undefined;
    case 'pair': {
      const key = parent.childForFieldName('key');
      if (!key || key.id === at.id) return undefined;
      const owner = parent.parent ? holder(parent.parent)?.name : undefined;
      return { name: key.type === 'string' ? stringText(key) : key.text, kind: 'key', owner };
    }
    case 'public_field_definition':
    case 'field_definition':
      return named(parent.childForFieldName('name') ?? parent.childForFieldName('property'), 'attribute');
    case 'object_assignment_pattern':
      return named(parent.childForFieldName('left'), 'variable');
    case 'assignment_pattern':
    case 'required_parameter':
      return named(parent.childForFieldName('left') ?? parent.childForFieldName('pattern'), 'parameter');
    case 'binary_expression':
    case 'ternary_expression':
      break;
    default:
      if (!WRAPPERS.has(parent.type)) return undefined;
  }
  return 'on';
});

/** What JavaScript, TypeScript and TSX have in common: all but their ids, extensions and grammars. */
export const javascriptFamily: Omit<Language, 'ids' | 'extensions' | 'grammar'> = {
  family: 'javascript',
  lineComment: '//',
  strings: new Set(['string', 'template_string']),
  identifiers: new Set([
    'identifier',
    'shorthand_property_identifier',
    'shorthand_property_identifier_pattern',
    'property_identifier',
  ]),
  imports: readImports,
  envReads,
  env: {
    member: /^(?:process\.env|import\.meta\.env|Bun\.env)\.(\w+)/,
    calls: /^(?:Deno\.env|env-var)\.get$/,
  },
  call,
  chain,
  value,
  binding,
  declaredIn,
  state: javascriptState,
  comparison: comparing({
    binary: /^binary_expression$/,
    arms: /^switch_case$/,
    switches: /^switch_statement$/,
  }),
  loads,
  holder,
  given,
  functionName: (node) =>
    FUNCTIONS.has(node.type) ? (node.childForFieldName('name')?.text ?? '') : undefined,
  isHandler,
  isTry: (node) => node.type === 'try_statement',
  isTypeOnly: () => false,
  isCommentOrString: (node) => /comment|string|template|regex/.test(node.type),
  readEnv,
  replaceable,
  literalText,
  loadEnv: (text) => ({ package: 'dotenv', edits: [loaderEdit(text)] }),
};

function unwrap(node: Node): Node {
  let at = node;
  while (WRAPPERS.has(at.type)) {
    const inner = at.namedChildren[at.type === 'type_assertion' ? 1 : 0];
    if (!inner) break;
    at = inner;
  }
  return at;
}

function call(node: Node): CallShape | undefined {
  const [bare] = node.type === 'decorator' ? node.namedChildren : [];
  if (bare && bare.type !== 'call_expression')
    return { callee: bare, args: [], construct: false, annotation: true };
  const construct = node.type === 'new_expression';
  if (!construct && node.type !== 'call_expression') return undefined;
  const callee = node.childForFieldName(construct ? 'constructor' : 'function');
  const list = node.childForFieldName('arguments');
  if (!callee) return undefined;
  const values =
    list?.type === 'arguments' ? list.namedChildren.filter((child) => child.type !== 'comment') : [];
  return { callee, construct, args: values.map((child) => ({ name: undefined, value: child })) };
}

function chain(node: Node): Chain | undefined {
  const members: string[] = [];
  let at = unwrap(node);
  for (;;) {
    const object = at.childForFieldName('object');
    if (at.type === 'member_expression' && object) {
      const name = at.childForFieldName('property')?.text ?? '?';
      if (name !== 'default') members.unshift(name);
    } else if (at.type === 'subscript_expression' && object) {
      const index = at.childForFieldName('index');
      members.unshift(index?.type === 'string' ? stringText(index) : '?');
    } else {
      return { base: at, members };
    }
    at = unwrap(object);
  }
}

function value(wrapped: Node, of: (node: Node) => Value): Value | undefined {
  const node = unwrap(wrapped);
  const range = rangeOf(node);
  switch (node.type) {
    case 'string':
      return { kind: 'string', text: stringText(node), range };
    case 'template_string':
      return template(node);
    case 'number':
      return number(node.text.replaceAll('_', ''), range);
    case 'true':
    case 'false':
      return { kind: 'boolean', value: node.type === 'true', range };
    case 'null':
    case 'undefined':
      return { kind: 'null', range };
    case 'array':
      return { kind: 'array', items: node.namedChildren.map(of), range };
    case 'object':
      return object(node, of);
    case 'binary_expression': {
      const operator = node.childForFieldName('operator')?.text;
      const sides = [node.childForFieldName('left'), node.childForFieldName('right')];
      if (operator !== '||' && operator !== '??') return { kind: 'unknown', range };
      return { kind: 'either', values: sides.filter((side) => side !== null).map(of), range };
    }
    case 'ternary_expression': {
      const arms = ['condition', 'consequence', 'alternative'].map((field) => node.childForFieldName(field));
      return { kind: 'either', values: arms.filter((arm) => arm !== null).map(of), range };
    }
    case 'object_assignment_pattern': {
      const sides = [node.childForFieldName('left'), node.childForFieldName('right')];
      return { kind: 'either', values: sides.filter((side) => side !== null).map(of), range };
    }
    case 'unary_expression': {
      const operand = node.childForFieldName('argument');
      return operand && node.childForFieldName('operator')?.text === '+'
        ? of(operand)
        : { kind: 'unknown', range };
    }
    default:
      return node.id === wrapped.id ? undefined : of(node);
  }
}

/** Integers of any size (`10n`) and octal ones of old (`010`) are no numbers that an env file could hold. */
function number(text: string, range: Range): Value {
  const read = /^0\d/.test(text) ? Number.NaN : Number(text);
  return Number.isNaN(read) ? { kind: 'unknown', range } : { kind: 'number', value: read, range };
}

function object(node: Node, of: (node: Node) => Value): Value {
  const entries = [];
  let open = false;
  for (const child of node.namedChildren) {
    const key = child.childForFieldName('key');
    const held = child.childForFieldName('value');
    if (child.type === 'pair' && key && held && key.type !== 'computed_property_name') {
      const text = key.type === 'string' ? stringText(key) : key.text;
      entries.push({ key: text, keyRange: rangeOf(key), value: of(held) });
    } else if (child.type === 'shorthand_property_identifier') {
      entries.push({ key: child.text, keyRange: rangeOf(child), value: of(child) });
    } else if (child.type !== 'comment') open = true;
  }
  return { kind: 'object', entries, open, range: rangeOf(node) };
}

function template(node: Node): Value {
  const parts = node.namedChildren.filter((child) => child.type === 'template_substitution');
  const range = rangeOf(node);
  let text = '';
  let at = node.startIndex + 1;
  for (const part of parts) {
    text +=
      unescapedTemplate(node.text.slice(at - node.startIndex, part.startIndex - node.startIndex)) + HOLE;
    at = part.endIndex;
  }
  text += unescapedTemplate(node.text.slice(at - node.startIndex, -1));
  return { kind: parts.length > 0 ? 'template' : 'string', text, range };
}

function stringText(node: Node): string {
  const source = node.text.slice(1, -1);
  return node.parent?.type === 'jsx_attribute' ? source : unescaped(source);
}

function binding(identifier: Node): Bound {
  const members: string[] = [];
  let at = identifier;
  for (let parent = at.parent; parent; at = parent, parent = parent.parent) {
    switch (parent.type) {
      case 'variable_declarator': {
        const held = parent.childForFieldName('value');
        if (parent.childForFieldName('name')?.id !== at.id) return undefined;
        if (held) return { value: held, members };
        return parent.parent?.parent?.type === 'ambient_declaration' ? undefined : 'declared';
      }
      case 'assignment_expression': {
        const held = parent.childForFieldName('right');
        return parent.childForFieldName('left')?.id === at.id && held ? { value: held, members } : undefined;
      }
      case 'pair_pattern':
        if (parent.childForFieldName('value')?.id !== at.id) return undefined;
        members.unshift(parent.childForFieldName('key')?.text ?? '?');
        break;
      case 'object_pattern':
        if (at.type === 'shorthand_property_identifier_pattern') members.unshift(at.text);
        break;
      case 'object_assignment_pattern':
      case 'assignment_pattern':
        if (parent.childForFieldName('left')?.id !== at.id) return undefined;
        if (at.type === 'shorthand_property_identifier_pattern') members.unshift(at.text);
        break;
      case 'array_pattern':
      case 'rest_pattern':
      case 'formal_parameters':
      case 'required_parameter':
      case 'optional_parameter':
      case 'augmented_assignment_expression':
      case 'update_expression':
      case 'catch_clause':
        return 'rebound';
      case 'arrow_function':
        return parent.childForFieldName('parameter')?.id === at.id ? 'rebound' : undefined;
      case 'for_in_statement':
        return parent.childForFieldName('left')?.id === at.id ? 'rebound' : undefined;
      case 'function_declaration':
      case 'generator_function_declaration':
      case 'class_declaration':
        return parent.childForFieldName('name')?.id === at.id ? 'rebound' : undefined;
      default:
        return undefined;
    }
  }
  return undefined;
}

function loads(node: Node): string | undefined {
  if (node.type === 'meta_property') return node.text;
  if (node.type !== 'call_expression') return undefined;
  const callee = node.childForFieldName('function');
  const argument = node.childForFieldName('arguments')?.namedChildren[0];
  if (callee?.text !== 'require' && callee?.type !== 'import') return undefined;
  return argument?.type === 'string' ? moduleName(stringText(argument)) : undefined;
}

function named(node: Node | null, kind: Holder['kind']): Holder | undefined {
  return node && /identifier/.test(node.type) ? { name: node.text, kind, owner: undefined } : undefined;
}

function target(left: Node | null): Holder | undefined {
  if (left?.type === 'identifier') return named(left, 'variable');
  const reached = left ? chain(left) : undefined;
  const name = reached?.members.at(-1);
  if (!reached || name === undefined) return undefined;
  const owner =
    reached.members.at(-2) ?? (reached.base.type === 'identifier' ? reached.base.text : undefined);
  return { name, kind: 'attribute', owner };
}

function given(node: Node): Node | undefined {
  const key = node.type === 'string_fragment' ? node.parent : node;
  const parent = key?.parent;
  if (!key || !parent) return undefined;
  if (parent.type === 'pair')
    return parent.childForFieldName('key')?.id === key.id
      ? (parent.childForFieldName('value') ?? undefined)
      : undefined;
  if (/declarator|field_definition|assignment_pattern|required_parameter/.test(parent.type)) {
    const held = parent.childForFieldName('value') ?? parent.childForFieldName('right');
    return held && held.id !== key.id ? held : undefined;
  }
  const left = parent.type === 'member_expression' || parent.type === 'subscript_expression' ? parent : key;
  const assignment = left.parent;
  if (assignment?.type !== 'assignment_expression' || assignment.childForFieldName('left')?.id !== left.id)
    return undefined;
  return assignment.childForFieldName('right') ?? undefined;
}

function readEnv(name: string, cast: Cast, fallback: string | undefined): EnvExpression {
  const read = `process.env.${name}`;
  const either = fallback === undefined ? read : `${read} || ${fallback}`;
  if (cast === 'boolean') return { text: `${read} === 'true'`, compound: true, edits: [] };
  if (cast === 'string') return { text: either, compound: fallback !== undefined, edits: [] };
  return { text: `Number(${either})`, compound: false, edits: [] };
}

/** A required variable is `string | undefined` to TypeScript; the code that took the literal wants a string. */
export function readTypedEnv(name: string, cast: Cast, fallback: string | undefined): EnvExpression {
  if (cast !== 'string' || fallback !== undefined) return readEnv(name, cast, fallback);
  return { text: `process.env.${name} as string`, compound: true, edits: [] };
}

const NAMING_FIELDS = ['name', 'key', 'property', 'source', 'alias'];
/** Where only a literal may stand: types, directives, import attributes, members of an enum, tagged templates. */
const LITERALS_ONLY =
  /^(?:import_\w+|export_specifier|expression_statement|literal_type|enum_assignment|module|ambient_declaration)$/;
const OPERATORS =
  /^(?:(?:binary|unary|update|member|subscript|as|satisfies|non_null|ternary|call|new|await)_expression|type_assertion|class_heritage)$/;

function replaceable(literal: Node): Replaceable | undefined {
  const parent = literal.parent;
  if (!parent || LITERALS_ONLY.test(parent.type)) return undefined;
  if (NAMING_FIELDS.some((field) => parent.childForFieldName(field)?.id === literal.id)) return undefined;
  const isTag = parent.type === 'call_expression' && literal.type === 'template_string';
  const isSpecifier = parent.type === 'arguments' && parent.parent && loads(parent.parent) !== undefined;
  const isConst = parent.type === 'as_expression' && /\bas\s+const$/.test(parent.text);
  if (isTag || isSpecifier || isConst || isImportAttribute(parent)) return undefined;
  if (parent.type === 'jsx_attribute') return { before: '{', after: '}', operand: false };
  return { before: '', after: '', operand: OPERATORS.test(parent.type) };
}

function isImportAttribute(pair: Node): boolean {
  return pair.type === 'pair' && pair.parent?.parent?.type === 'import_attribute';
}

function literalText(literal: Node): string | undefined {
  // What a browser reads into an attribute's entities and line breaks is left to it.
  if (literal.parent?.type === 'jsx_attribute' && /[&\r\n]/.test(literal.text)) return undefined;
  const read = value(literal, (node) => ({ kind: 'unknown', range: rangeOf(node) }));
  if (read?.kind === 'string') return read.text;
  return read?.kind === 'number' || read?.kind === 'boolean' ? String(read.value) : undefined;
}
