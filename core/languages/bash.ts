import type { Node } from 'web-tree-sitter';
import type { Holder } from '../facts/fact';
import { type Bound, type CallShape, defineLanguage, type Replaceable } from '../language';
import { around } from './shared/around';
import { climbing } from './shared/climbing';
import { comparing } from './shared/comparisons';
import { env, envReads, readEnv } from './shared/shell-env';
import { isOwnDefault, isPlainText } from './shared/shell-strings';
import { chain, STRINGS, value } from './shared/shell-values';

const SYSTEM_FOLDER = /^(?:\/usr)?(?:\/local)?\/s?bin\/(?=[^/]+$)/;
/** Commands whose words name variables that they set. */
const WRITING = /^(?:read|getopts|mapfile|readarray|printf|let)$/;

const holder = climbing((parent, at) => {
  switch (parent.type) {
    case 'variable_assignment': {
      const name = parent.childForFieldName('name');
      if (!name || name.id === at.id) return undefined;
      return { name: (name.childForFieldName('name') ?? name).text, kind: 'variable', owner: undefined };
    }
    case 'expansion':
      return fromDefault(parent, at);
    case 'command':
      return option(at);
    case 'string':
    case 'concatenation':
      break;
    default:
      return undefined;
  }
  return 'on';
});

export default defineLanguage({
  ids: ['shellscript'],
  family: 'shell',
  extensions: ['.sh', '.bash'],
  grammar: 'bash',
  lineComment: '#',
  strings: STRINGS,
  identifiers: new Set(['variable_name', 'word']),
  imports: () => [],
  envReads,
  env,
  call,
  chain,
  value,
  binding,
  declaredIn,
  comparison: comparing({ binary: /^binary_expression$/, arms: /^case_item$/, switches: /^case_statement$/ }),
  loads,
  holder,
  given,
  functionName: (node) =>
    node.type === 'function_definition' ? (node.childForFieldName('name')?.text ?? '') : undefined,
  isTry: () => false,
  isTypeOnly: () => false,
  isCommentOrString: (node) => /comment|string|heredoc/.test(node.type),
  readEnv,
  replaceable,
  literalText,
  loadEnv: () => undefined,
});

/** A command is a call of its name with its words. */
function call(node: Node): CallShape | undefined {
  const callee = node.type === 'command' ? node.childForFieldName('name') : null;
  if (!callee) return undefined;
  const words = node.childrenForFieldName('argument').filter((word) => word !== null);
  return { callee, args: words.map((word) => ({ name: undefined, value: word })), construct: false };
}

/** `/usr/bin/curl` is `curl`; what a variable calls is known to nobody. */
function loads(node: Node): string | undefined {
  if (node.parent?.type === 'command_name')
    return SYSTEM_FOLDER.test(node.text) ? node.text.replace(SYSTEM_FOLDER, '') : undefined;
  const outer = node.parent?.parent;
  const isCommand = (outer?.type === 'string' ? outer.parent : outer)?.type === 'command_name';
  return node.type === 'variable_name' && isCommand ? `?${node.text}` : undefined;
}

function binding(identifier: Node): Bound {
  const parent = identifier.parent;
  if (!parent) return undefined;
  const isField = (field: string): boolean => parent.childForFieldName(field)?.id === identifier.id;
  switch (parent.type) {
    case 'variable_assignment':
      return isField('name') ? assigned(parent, identifier) : undefined;
    case 'function_definition':
      return isField('name') ? 'rebound' : undefined;
    case 'for_statement':
      return isField('variable') ? 'rebound' : undefined;
    case 'declaration_command':
      return /^(?:local|declare|typeset)$/.test(parent.child(0)?.type ?? '') ? 'rebound' : undefined;
    case 'subscript':
      return parent.parent?.type === 'variable_assignment' ? 'rebound' : undefined;
    case 'unset_command':
    case 'postfix_expression':
      return 'rebound';
    case 'command':
      return WRITING.test(parent.childForFieldName('name')?.text ?? '') ? 'rebound' : undefined;
    default:
      return undefined;
  }
}

const FUNCTIONS = new Set(['function_definition']);

/** Variables are the whole script's, but for those that a function calls `local`. */
function declaredIn(identifier: Node): Node | undefined {
  const parent = identifier.parent;
  const declaration = parent?.type === 'variable_assignment' ? parent.parent : parent;
  if (declaration?.type !== 'declaration_command') return undefined;
  return /^(?:local|declare|typeset)$/.test(declaration.child(0)?.type ?? '')
    ? around(declaration, FUNCTIONS)
    : undefined;
}

function assigned(assignment: Node, name: Node): Bound {
  // `PORT=3000 npm start` is for that command alone.
  if (assignment.parent?.type === 'command') return undefined;
  const held = assignment.childForFieldName('value');
  if (!held || assignment.child(1)?.type !== '=') return 'rebound';
  const equals = held.startIndex - assignment.startIndex;
  return isOwnDefault(assignment.text, equals, name.text) ? undefined : { value: held, members: [] };
}

/** `${NAME:-…}` belongs to what it is given to, else to `NAME`. */
function fromDefault(expansion: Node, at: Node): Holder | undefined {
  const [name] = expansion.namedChildren;
  if (name?.type !== 'variable_name' || name.id === at.id) return undefined;
  const outer = expansion.parent?.type === 'string' ? expansion.parent : expansion;
  return holder(outer) ?? { name: name.text, kind: 'variable', owner: undefined };
}

/** The word after `--password` is that option's. */
function option(argument: Node): Holder | undefined {
  const before = argument.previousNamedSibling;
  const name = before?.type === 'word' ? /^--([A-Za-z][\w-]+)$/.exec(before.text)?.[1] : undefined;
  return name === undefined || argument.text.startsWith('-')
    ? undefined
    : { name, kind: 'argument', owner: undefined };
}

function given(node: Node): Node | undefined {
  const name = node.parent?.type === 'subscript' ? node.parent : node;
  const assignment = name.parent;
  if (assignment?.type !== 'variable_assignment' || assignment.childForFieldName('name')?.id !== name.id)
    return undefined;
  const held = assignment.childForFieldName('value');
  const [inner] = held?.type === 'string' ? held.namedChildren : [];
  return (inner?.type === 'expansion' ? inner : held) ?? undefined;
}

/** A literal that is a whole word: of an assignment, a command, a list, a comparison. */
function replaceable(literal: Node): Replaceable | undefined {
  const parent = literal.parent;
  if (!parent || !(STRINGS.has(literal.type) || literal.type === 'number')) return undefined;
  const isWord =
    parent.type === 'variable_assignment' || parent.type === 'command'
      ? ['value', 'argument'].some((field) =>
          parent.childrenForFieldName(field).some((word) => word?.id === literal.id),
        )
      : /^(?:array|binary_expression|file_redirect)$/.test(parent.type);
  return isWord ? { before: '', after: '', operand: false } : undefined;
}

function literalText(literal: Node): string | undefined {
  if (literal.type === 'number') return literal.text;
  if (!STRINGS.has(literal.type) || literal.parent?.type === 'concatenation') return undefined;
  const read = value(literal, (part) => ({
    kind: 'unknown',
    range: { start: part.startIndex, end: part.endIndex },
  }));
  if (read?.kind !== 'string') return undefined;
  const parts = literal.type === 'concatenation' ? literal.namedChildren : [literal];
  return parts.every((part) => isPlainText(part.text)) ? read.text : undefined;
}
