import type { Node } from 'web-tree-sitter';
import type { Cast, EnvExpression, Replaceable } from '../../language';
import { eolOf, type TextEdit } from '../../text';

/** Laravel and its kin read by `env()`, which tells booleans from text. */
const HELPER = /(?<![\w$>:\\])env\([ \t]*["']/;
const AUTOLOAD =
  /^([ \t]*)(?:(?:\$\w+[ \t]*=|return)[ \t]*)?(?:require|include)(?:_once)?[ \t(]+((?:__DIR__|dirname\([^;\n]*?\))[ \t]*\.[ \t]*)?(["'])([^"'\n]*)vendor\/autoload\.php\3[ \t)]*;[^\r\n]*(\r?\n)?/m;
const OPERATORS =
  /^(?:(?:binary|unary_op|cast|conditional|subscript|member_access|error_suppression|throw|print)_expression|(?:member|scoped)_call_expression)$/;
/** Where PHP takes a constant only, or a part of a string, a path or a statement that says nothing. */
const LITERALS_ONLY =
  /^(?:const_declaration|property_declaration|simple_parameter|property_promotion_parameter|function_static_declaration|static_variable_declaration|enum_case|attribute|declare_statement|declare_directive|break_statement|continue_statement|encapsed_string|heredoc|heredoc_body|shell_command_expression|(?:require|include)(?:_once)?_expression)$/;

/** As the text reads its environment already: by `env()`, from `$_ENV`, where `getenv()` need not know it, or by that. */
export function readEnv(name: string, cast: Cast, fallback: string | undefined, text: string): EnvExpression {
  const quote = text.split('"').length > text.split("'").length ? '"' : "'";
  const key = `${quote}${name}${quote}`;
  if (HELPER.test(text)) return helper(key, cast, fallback);
  const isArray = /\$_ENV\[/.test(text) && !/\bgetenv\(/.test(text);
  const read = isArray ? `$_ENV[${key}]` : `getenv(${key})`;
  const or = isArray ? '??' : '?:';
  if (cast === 'boolean') {
    const given = isArray ? `(${read} ?? ${quote}${quote})` : read;
    return { text: `${given} === ${quote}true${quote}`, compound: true, edits: [] };
  }
  const either = fallback === undefined ? read : `${read} ${or} ${fallback}`;
  if (cast === 'string') return { text: either, compound: fallback !== undefined, edits: [] };
  const operand = fallback === undefined ? either : `(${either})`;
  return { text: `(${cast === 'number' ? 'int' : 'float'}) ${operand}`, compound: true, edits: [] };
}

function helper(key: string, cast: Cast, fallback: string | undefined): EnvExpression {
  const read = fallback === undefined ? `env(${key})` : `env(${key}, ${fallback})`;
  const type = { string: '', number: '(int) ', decimal: '(float) ', boolean: '(bool) ' }[cast];
  return { text: type + read, compound: cast !== 'string', edits: [] };
}

export function replaceable(literal: Node): Replaceable | undefined {
  const parent = literal.parent;
  if (!parent || parent.type === 'expression_statement') return undefined;
  const isKey = parent.type === 'array_element_initializer' && parent.namedChildCount > 1;
  if (isKey && parent.firstNamedChild?.id === literal.id) return undefined;
  if (isDefinedName(parent)) return undefined;
  for (
    let at: Node | null = parent;
    at && !/_body$|^(?:compound|expression)_statement$/.test(at.type);
    at = at.parent
  ) {
    if (LITERALS_ONLY.test(at.type)) return undefined;
  }
  return { before: '', after: '', operand: OPERATORS.test(parent.type) };
}

function isDefinedName(argument: Node): boolean {
  const list = argument.parent;
  const called = list?.parent?.childForFieldName('function')?.text;
  return /^(?:define|defined|constant)$/.test(called ?? '') && list?.namedChildren[0]?.id === argument.id;
}

/**
 * The edit that loads `.env` by `vlucas/phpdotenv` right after Composer's autoloader; undefined where the text does not
 * load that. The variables must reach `getenv()`, which the package calls unsafe since other threads see it too.
 */
export function loaderEdit(text: string): TextEdit | undefined {
  const match = AUTOLOAD.exec(text);
  if (!match) return undefined;
  const [all, indent = '', base, quote = "'", path = '', newline] = match;
  const folder = path.replace(/\/$/, '');
  const root = base === undefined ? '__DIR__' : base.replace(/[ \t]*\.[ \t]*$/, '');
  const place = folder === '' || base === undefined ? root : `${root} . ${quote}${folder}${quote}`;
  const name = /^[ \t]*(?:<\?php[ \t]+)?namespace[ \t]+\w/m.test(text) ? '\\Dotenv' : 'Dotenv';
  const eol = eolOf(text);
  const line = `${indent}${name}\\Dotenv::createUnsafeImmutable(${place})->safeLoad();`;
  const at = match.index + all.length;
  return { range: { start: at, end: at }, newText: newline === undefined ? eol + line : line + eol };
}
