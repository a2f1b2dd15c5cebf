import type { Node } from 'web-tree-sitter';
import { type Cast, defineLanguage, type EnvExpression, type Replaceable } from '../language';
import { comparing } from './shared/comparisons';
import { importEdit, insertion } from './shared/python-edits';
import { envReads } from './shared/python-env';
import { isHandler } from './shared/python-handlers';
import { readImports } from './shared/python-imports';
import { binding, declaredIn, given, holder } from './shared/python-names';
import { call, chain } from './shared/python-nodes';
import { literalText, value } from './shared/python-values';
import { pythonState } from './shared/state';

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
