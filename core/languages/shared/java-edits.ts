import type { Node } from 'web-tree-sitter';
import type { Cast, EnvExpression, Replaceable } from '../../language';

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/** `System.getenv` needs no import, and all that is made of it are calls. */
export function readEnv(name: string, cast: Cast, fallback: string | undefined): EnvExpression {
  const said = fallback !== undefined && cast !== 'string' ? asString(fallback) : fallback;
  const read =
    said === undefined ? `System.getenv("${name}")` : `System.getenv().getOrDefault("${name}", ${said})`;
  const text = {
    string: read,
    number: `Integer.parseInt(${read})`,
    decimal: `Double.parseDouble(${read})`,
    boolean: `Boolean.parseBoolean(${read})`,
  }[cast];
  return { text, compound: false, edits: [] };
}

function asString(expression: string): string {
  return PLAIN_NUMBER.test(expression) || /^(?:true|false)$/.test(expression)
    ? `"${expression}"`
    : `String.valueOf(${expression})`;
}

/** Where only a constant may stand: annotations, their defaults and the labels of a switch. */
const CONSTANTS_ONLY = /annotation|^element_value|^switch_label$|_pattern$/;
const BOUNDARY =
  /_statement$|^(?:block|class_body|constructor_body|interface_body|program|lambda_expression)$/;
const OPERATORS =
  /^(?:(?:binary|unary|ternary|cast|instanceof)_expression|field_access|method_invocation|array_access)$/;
/** A constant of these is converted as it is written; what is read at run time is not. */
const NARROW = /^(?:byte|short|char|float|Byte|Short|Character|Float|Long)$/;

export function replaceable(literal: Node): Replaceable | undefined {
  const parent = literal.parent;
  if (!parent) return undefined;
  for (let at: Node | null = parent; at && !BOUNDARY.test(at.type); at = at.parent) {
    if (CONSTANTS_ONLY.test(at.type) || (at.type === 'variable_declarator' && mustBeConstant(at)))
      return undefined;
  }
  return { before: '', after: '', operand: OPERATORS.test(parent.type) };
}

function mustBeConstant(declarator: Node): boolean {
  const declaration = declarator.parent;
  if (NARROW.test(declaration?.childForFieldName('type')?.text ?? '')) return true;
  const modifiers = declaration?.namedChildren.find(({ type }) => type === 'modifiers');
  if (declaration?.type !== 'constant_declaration' && !/\bfinal\b/.test(modifiers?.text ?? '')) return false;
  const name = declarator.childForFieldName('name')?.text ?? '';
  const named = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  return declarator.tree.rootNode
    .descendantsOfType(['annotation', 'switch_label', 'annotation_type_element_declaration'])
    .some((place) => named.test(place.text));
}
