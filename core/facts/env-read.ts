import type { Node } from 'web-tree-sitter';
import type { Language } from '../language';
import type { EnvRead, ReadFact, Value } from './fact';
import type { Scope } from './scope';

/** A read is looked at with this many of the expressions around it. */
const CLIMB = 12;
/** What stands in a text and is code again. */
const HOLE = /substitution|interpolation|expansion|embedded/;
/** Expressions in which a variable that is not set does no harm: it is asked for, compared, or has a stand-in. */
const ASKS =
  /^(?:if|unless|while|elif|elsif|switch|match|case|guard)|condition|ternary|boolean_operator|not_operator|comparison|null_coalesc|elvis|match_arm|binary$|^try_expression$|catch|rescue|logical|^assert|coalesc|^is_|instanceof|typeof|test_command/;
const OPERATORS: ReadonlySet<string> = new Set(
  '&& || ?? ||= ??= == === != !== =~ ?: < > <= >= and or not in is ! <=>'.split(' '),
);
/** Where an expression ends. */
const BORDER =
  /statement$|declaration$|declarator$|^assignment|block$|body|^program$|^module$|^pair$|argument_list$|^arguments$|^function$|function_(?:definition|declaration|expression|item)|arrow_function|method_definition|closure|^(?:object|array|list|dict|hash|dictionary)(?:_|$)|lambda|class|element$/;
/** Calls that ask only whether there is one, or bring a stand-in; by their last name. */
const STANDS_IN = new Set(
  `orElse orElseGet getOrDefault present? presence blank? nil? empty? ok is_ok is_err is_some isPresent ifPresent
  ifPresentOrElse IsNullOrEmpty IsNullOrWhiteSpace isset empty Boolean bool default optional or_default dig to_i to_s
  key? has_key? map and_then unwrap_or unwrap_or_else unwrap_or_default or_else LookupEnv lookup_env env! option_env!
  env_default_when_empty`.split(/\s+/),
);
/** Reads that give nothing where there is nothing, in languages that have a stricter one. */
const GIVES_NONE = /^(?:os\.)?(?:getenv|environ\.get)$|^env$/;

/** A read of the environment that a tree confirms: none where it stands in a comment or a string. */
export function readFact(read: EnvRead, scope: Scope, language: Language): ReadFact | undefined {
  const node = scope.root.descendantForIndex(read.range.start, read.range.end);
  if (!node || isQuoted(node, read, language)) return undefined;
  return {
    kind: 'read',
    name: read.name,
    range: read.range,
    needed:
      !read.hasDefault &&
      isNeeded(node, scope, language) &&
      !isGuarded(node, language) &&
      !isSwallowed(node, language) &&
      !isAskedFor(node, scope),
    enclosure: scope.enclosure(node),
  };
}

/** Whether the read itself is only text: its name alone may stand in quotes. */
function isQuoted(node: Node, { range }: EnvRead, language: Language): boolean {
  for (let at: Node | null = node; at; at = at.parent) {
    const wider = at.startIndex < range.start - 1 || at.endIndex > range.end + 1;
    if (!wider || HOLE.test(at.type) || !language.isCommentOrString(at)) continue;
    // A template's hole is code again, and so is what a here-document expands.
    return !/template|interpol|heredoc|^string$|encapsed|f_string/.test(at.type) || /comment/.test(at.type)
      ? true
      : !hasHole(at, node);
  }
  return false;
}

function hasHole(text: Node, inner: Node): boolean {
  for (let at: Node | null = inner; at && at.id !== text.id; at = at.parent)
    if (HOLE.test(at.type)) return true;
  return false;
}

/** How far up conditions are looked for, in nodes. */
const GUARD_CLIMB = 24;

/** Whether it is only read where another variable is set: `if ENV["ALT_URL"].present?` around `ENV["ALT_USER"]`. */
function isGuarded(node: Node, language: Language): boolean {
  let at: Node | null = node.parent;
  for (let climbed = 0; at && climbed < GUARD_CLIMB; climbed++, at = at.parent) {
    // A block that is handed to a call runs where it stands, as far as this goes.
    if (language.functionName(at)) return false;
    const condition = /^(?:if|unless)/.test(at.type) ? at.childForFieldName('condition') : null;
    const isInside =
      condition && condition.startIndex <= node.startIndex && node.endIndex <= condition.endIndex;
    if (condition && !isInside && /\bENV\b|process\.env\b|\benviron\b|\b[gG]et_?env\b/.test(condition.text))
      return true;
  }
  return false;
}

/** Whether what goes wrong without it is caught, and nothing is done then: `try { … } catch {}`, `except: pass`. */
function isSwallowed(node: Node, language: Language): boolean {
  let at: Node | null = node;
  for (let climbed = 0; at && climbed < GUARD_CLIMB; climbed++) {
    if (language.functionName(at)) return false;
    const inner: Node = at;
    at = at.parent;
    if (!at || !/^try|^begin/.test(at.type) || /^(?:catch|except|rescue|finally|ensure)/.test(inner.type))
      continue;
    const handler = at.namedChildren.find((child) => child && /^(?:catch|except|rescue)/.test(child.type));
    if (handler && /(?:\{\s*\}|:\s*pass)\s*$/.test(handler.text)) return true;
  }
  return false;
}

/** Whether what holds the read is asked for in the same file: `HOST = ENV["HOST"]`, and later `if HOST`. */
function isAskedFor(node: Node, scope: Scope): boolean {
  let at: Node | null = node.parent;
  for (let climbed = 0; at && climbed < 4; climbed++, at = at.parent) {
    if (!/assignment|declarator/.test(at.type)) continue;
    const name = (at.childForFieldName('left') ?? at.childForFieldName('name'))?.text ?? '';
    if (!/^\w{2,60}$/.test(name)) return false;
    const asked = new RegExp(
      `(?:\\b(?:if|unless|and|or|not)\\s{1,4}\\(?|if \\(|&& ?|\\|\\| ?|!)${name}\\b(?!\\s*[:=(][^=])|\\b${name}(?:\\.(?:present|blank|nil)\\?| \\?[ ?]| && | \\|\\| | is (?:not )?None| [!=]==? (?:null|undefined|nil))`,
    );
    return asked.test(scope.root.text);
  }
  return false;
}

function isNeeded(node: Node, scope: Scope, language: Language): boolean {
  let at: Node | null = node;
  for (let climbed = 0; at && climbed < CLIMB; climbed++, at = at.parent) {
    if (climbed > 0 && asks(at)) return false;
    const value = scope.valueOf(at);
    if (hasStandIn(value)) return false;
    const callee = calleeOf(at, language);
    if (callee !== undefined && isLenient(callee, value, language)) return false;
    const isInner = /^assignment/.test(at.type) && /^parenthesized/.test(at.parent?.type ?? '');
    if (climbed > 0 && BORDER.test(at.type) && !/argument/.test(at.type) && !isInner) break;
  }
  return true;
}

function isLenient(callee: string, value: Value, { family }: Language): boolean {
  const last = callee.slice(Math.max(...['.', ':', '>'].map((sign) => callee.lastIndexOf(sign))) + 1);
  if (STANDS_IN.has(last) || /optional/i.test(last) || (last === 'fetch' && hasMore(value))) return true;
  return (family === 'python' || (family === 'php' && last === 'env')) && GIVES_NONE.test(callee);
}

/** A language may look through some calls, such as Rust's `unwrap_or_default`. */
function calleeOf(node: Node, language: Language): string | undefined {
  const callee =
    language.call(node)?.callee ?? node.childForFieldName('function') ?? node.childForFieldName('macro');
  const bang = node.type === 'macro_invocation' ? '!' : '';
  return callee ? callee.text.replace(/\s+/g, '') + bang : undefined;
}

function hasMore(value: Value): boolean {
  return value.kind === 'call' && value.args.length > 1;
}

function hasStandIn(value: Value): boolean {
  return value.kind === 'either' || (value.kind === 'env' && value.fallback !== undefined);
}

function asks(node: Node): boolean {
  if (ASKS.test(node.type)) return true;
  if (!/binary|unary|boolean|assignment_pattern|augmented|operator/.test(node.type)) return false;
  return (
    node.children.some((child) => !child.isNamed && OPERATORS.has(child.type)) || /pattern/.test(node.type)
  );
}
