import type { Node } from 'web-tree-sitter';
import type { Cast, EnvExpression, Replaceable } from '../../language';
import { eolOf, type TextEdit } from '../../text';
import { readHeader, readImports } from './csharp-imports';
import { wholeOf } from './csharp-values';

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
/** A member of this name, as ASP.NET's start-up classes have, hides the class. */
const OWN_ENVIRONMENT = /[\w>?\]]\s+Environment\s*(?:[{;=,)]|=>)/;

/** A file of a newer SDK may go without `using System;`, so that only the full name is sure. */
export function readEnv(name: string, cast: Cast, fallback: string | undefined, text: string): EnvExpression {
  const isUsed = readImports(text).some(({ bindings }) =>
    bindings.some(({ local, qualified }) => local === '*' && qualified === 'System'),
  );
  const owner = isUsed && !OWN_ENVIRONMENT.test(text) ? 'Environment' : 'System.Environment';
  const read = `${owner}.GetEnvironmentVariable("${name}")`;
  if (cast === 'boolean') return { text: `${read} == "true"`, compound: true, edits: [] };
  const other = fallback === undefined ? '' : ` ?? ${cast === 'string' ? fallback : asString(fallback)}`;
  if (cast === 'string') return { text: read + other, compound: fallback !== undefined, edits: [] };
  const parsed =
    cast === 'number'
      ? `int.Parse(${read}${other})`
      : `double.Parse(${read}${other}, System.Globalization.CultureInfo.InvariantCulture)`;
  return { text: parsed, compound: false, edits: [] };
}

function asString(expression: string): string {
  return PLAIN_NUMBER.test(expression) ? `"${expression}"` : `(${expression}).ToString()`;
}

/** Where only a constant may stand: attributes, patterns, defaults of parameters, members of an enum. */
const CONSTANTS_ONLY =
  /^attribute|_pattern$|^(?:parameter|enum_member_declaration|goto_statement|interpolation|case_switch_label)$/;
const BOUNDARY =
  /_statement$|^(?:block|declaration_list|lambda_expression|field_declaration|compilation_unit)$/;
const OPERATORS =
  /^(?:(?:binary|prefix_unary|postfix_unary|member_access|element_access|conditional|conditional_access|cast|as|is|is_pattern|switch|range|await|with)_expression)$/;
/** A constant of these is converted as it is written; what is read at run time is not. */
const NARROW = /^(?:s?byte|u?short|uint|ulong|nuint|char)\??$/;

export function replaceable(literal: Node): Replaceable | undefined {
  const { parent } = wholeOf(literal);
  if (!parent) return undefined;
  for (let at: Node | null = parent; at; at = at.parent) {
    if (CONSTANTS_ONLY.test(at.type) || isConstant(at)) return undefined;
    if (NARROW.test(declaredType(at))) return undefined;
    if (BOUNDARY.test(at.type)) break;
  }
  return { before: '', after: '', operand: OPERATORS.test(parent.type) };
}

function isConstant(declaration: Node): boolean {
  if (declaration.type !== 'field_declaration' && declaration.type !== 'local_declaration_statement')
    return false;
  return declaration.namedChildren.some(({ type, text }) => type === 'modifier' && text === 'const');
}

function declaredType(at: Node): string {
  return /^(?:variable|property)_declaration$/.test(at.type)
    ? (at.childForFieldName('type')?.text ?? '')
    : '';
}

const LOADER = 'DotNetEnv.Env.Load();';
const TYPE =
  /(?:(?:public|internal|private|protected|static|abstract|sealed|partial|readonly|unsafe|file|ref)\s+)*(?:class|struct|interface|enum|record|delegate|namespace)\b|\[|$/y;

/** Only a program of top-level statements shows where it starts. */
export function loadEnv(text: string): { package: string; edits: TextEdit[] } | undefined {
  const { end } = readHeader(text);
  const type = new RegExp(TYPE);
  type.lastIndex = end;
  if (type.test(text) || /^[ \t]*namespace\b/m.test(text.slice(0, end))) return undefined;
  const at = aboveItsComment(text, end);
  return {
    package: 'DotNetEnv',
    edits: [{ range: { start: at, end: at }, newText: `${LOADER}${eolOf(text)}` }],
  };
}

/** The start of the comment lines right above a place; those that open the text speak of all of it. */
function aboveItsComment(text: string, at: number): number {
  let start = at;
  while (start > 0) {
    const lineStart = text.lastIndexOf('\n', start - 2) + 1;
    if (!text.startsWith('//', lineStart)) break;
    start = lineStart;
  }
  return start === 0 ? at : start;
}
