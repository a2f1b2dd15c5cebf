import type { Node } from 'web-tree-sitter';
import type { Cast, EnvExpression, Replaceable } from '../../language';
import { eolOf, type TextEdit } from '../../text';

/** After these, gems can be found: the loader must stand behind them. */
const SETUP =
  /^[ \t]*(?:require[ \t(]+["']bundler(?:\/setup)?["']|require_relative[ \t(]+["'][\w./]*boot["']|Bundler\.setup\b)/;
const STARTS = /^[ \t]*require(?:_relative)?\b/;
const OPERATORS = /^(?:binary|unary|call|element_reference|conditional|range)$/;
/** Where only a literal may stand, or a part of one. */
const LITERALS_ONLY =
  /^(?:chained_string|string_array|interpolation|in_clause|array_pattern|find_pattern|keyword_pattern|alternative_pattern|as_pattern|alias|undef)$/;

export function readEnv(name: string, cast: Cast, fallback: string | undefined, text: string): EnvExpression {
  const quote = quoteOf(text);
  const key = `${quote}${name}${quote}`;
  if (cast === 'boolean') return { text: `ENV[${key}] == ${quote}true${quote}`, compound: true, edits: [] };
  const read = fallback === undefined ? `ENV.fetch(${key})` : `ENV.fetch(${key}, ${fallback})`;
  const wrapped = cast === 'string' ? read : `${cast === 'number' ? 'Integer' : 'Float'}(${read})`;
  return { text: wrapped, compound: false, edits: [] };
}

function quoteOf(text: string): '"' | "'" {
  return text.split("'").length > text.split('"').length ? "'" : '"';
}

export function replaceable(literal: Node): Replaceable | undefined {
  const parent = literal.parent;
  if (!parent || (parent.type === 'pair' && parent.childForFieldName('key')?.id === literal.id))
    return undefined;
  const method = parent.parent?.type === 'call' ? parent.parent.childForFieldName('method')?.text : undefined;
  if (parent.type === 'argument_list' && /^(?:require|require_relative|load|autoload)$/.test(method ?? ''))
    return undefined;
  for (
    let at: Node | null = parent;
    at && !/^(?:body_statement|then|program)$/.test(at.type);
    at = at.parent
  ) {
    if (LITERALS_ONLY.test(at.type)) return undefined;
  }
  return { before: '', after: '', operand: OPERATORS.test(parent.type) };
}

/** The edit that loads `.env` by `dotenv` before all that may read it, past magic comments and Bundler's setup. */
export function loaderEdit(text: string): TextEdit {
  const eol = eolOf(text);
  const at = placeOf(text);
  const open = at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\ufeff' ? eol : '';
  const quote = quoteOf(text);
  return { range: { start: at, end: at }, newText: `${open}require ${quote}dotenv/load${quote}${eol}` };
}

function placeOf(text: string): number {
  const lines = codeLines(text);
  const setup = lines.findLast(({ line }) => SETUP.test(line));
  if (setup) return setup.next;
  const first = lines.find(({ line }) => STARTS.test(line)) ?? lines[0];
  return first ? first.start : text.length;
}

/** The lines at the left margin that hold code. */
function codeLines(text: string): { readonly start: number; readonly next: number; readonly line: string }[] {
  const found = [];
  let isComment = false;
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    const line = text.slice(start, next).trimEnd();
    if (line === '__END__') break;
    if (/^=begin\b/.test(line)) isComment = true;
    if (!isComment && /^[^\s#]/.test(line)) found.push({ start, next, line });
    if (/^=end\b/.test(line)) isComment = false;
    start = next;
  }
  return found;
}
