import type { Node } from 'web-tree-sitter';
import { type Compared, rangeOf } from '../../language';
import type { Range } from '../../text';

/** How the grammar of a language writes comparisons; fields of the same names are shared by most. */
export interface ComparisonGrammar {
  /** Nodes of two operands, with their operator in the middle. */
  readonly binary: RegExp;
  /** Methods that compare their receiver, or their two arguments, by name. */
  readonly methods?: RegExp;
  /** Methods that ask for one name: `production?`, `IsDevelopment`; the first group is the name. */
  readonly predicates?: RegExp;
  /** The arms of a switch, and the statement that holds them. */
  readonly arms?: RegExp;
  readonly switches?: RegExp;
}

const EQUAL = /^(?:===?|=|-eq|eq|is|in)$/;
const UNEQUAL = /^(?:!==?|<>|-ne|!=|isnot|notin)$/;
const CALLS =
  /^(?:call|call_expression|method_invocation|invocation_expression|member_call_expression|scoped_call_expression)$/;
const BODIES = ['body', 'value', 'consequence'];

/** What a node compares, by the grammar of its language. */
export function comparing(grammar: ComparisonGrammar): (node: Node) => Compared | undefined {
  return (node) => {
    if (grammar.binary.test(node.type)) return ofOperands(node);
    if (grammar.arms?.test(node.type)) return ofArm(node, grammar);
    if (IDENTIFIERS.test(node.type)) return ofFlag(node);
    return CALLS.test(node.type) ? ofMethod(node, grammar) : undefined;
  };
}

/** A name that says which deploy it asks for, where it is a condition: `isProd ? … : …`. */
const FLAG = /^\$?(?:is|IS|in)_?(prod|production|dev|development|staging)$/i;
const IDENTIFIERS = /^(?:identifier|variable_name|constant)$/;

function ofFlag(node: Node): Compared | undefined {
  const word = FLAG.exec(node.text.slice(0, 40))?.[1];
  if (word === undefined || node.text.length > 20) return undefined;
  const branches = branchesOf(node);
  if (!branches.consequence) return undefined;
  const equal = !/^(?:not|!)/.test(node.parent?.text ?? '');
  return { left: node, right: undefined, word: word.toLowerCase(), equal, ...branches };
}

function ofOperands(node: Node): Compared | undefined {
  const left = node.childForFieldName('left') ?? node.namedChildren[0];
  const right = node.childForFieldName('right') ?? node.namedChildren.at(-1);
  if (!left || !right || left.id === right.id) return undefined;
  const between = node.text.slice(left.endIndex - node.startIndex, right.startIndex - node.startIndex);
  const operator = between.replaceAll(/[\s()]/g, '');
  const equal = EQUAL.test(operator);
  return equal || UNEQUAL.test(operator) ? { left, right, equal, ...branchesOf(node) } : undefined;
}

function ofMethod(node: Node, { methods, predicates }: ComparisonGrammar): Compared | undefined {
  const callee = node.childForFieldName('function') ?? node;
  const named =
    callee.childForFieldName('name') ??
    callee.childForFieldName('method') ??
    callee.childForFieldName('field');
  const method = named?.text ?? '';
  const object =
    callee.childForFieldName('object') ??
    callee.childForFieldName('receiver') ??
    callee.childForFieldName('expression') ??
    callee.childForFieldName('operand') ??
    callee.childForFieldName('scope') ??
    callee.childForFieldName('value');
  const list = node.childForFieldName('arguments');
  const args = (list?.namedChildren ?? []).map((one) =>
    one.type === 'argument' ? (one.namedChildren.at(-1) ?? one) : one,
  );
  const name = predicates?.exec(method)?.[1];
  if (name !== undefined && object && args.length === 0)
    return { left: object, right: undefined, word: name.toLowerCase(), equal: true, ...branchesOf(node) };
  if (!methods?.test(method)) return undefined;
  const [first, second] = args;
  const isStatic = second && /^(?:string|String|Objects|StringUtils|bytes|strings)$/.test(object?.text ?? '');
  if (isStatic && first) return { left: first, right: second, equal: true, ...branchesOf(node) };
  return object && first ? { left: object, right: first, equal: true, ...branchesOf(node) } : undefined;
}

/** One arm of a switch compares what is switched on with its label. */
function ofArm(arm: Node, { switches }: ComparisonGrammar): Compared | undefined {
  let whole = arm.parent;
  for (let left = 3; whole && left > 0 && !switches?.test(whole.type); left--) whole = whole.parent;
  if (!whole || !switches?.test(whole.type)) return undefined;
  const subject =
    whole.childForFieldName('value') ??
    whole.childForFieldName('subject') ??
    whole.childForFieldName('condition') ??
    whole.namedChildren[0];
  const label =
    arm.childForFieldName('value') ??
    arm.childForFieldName('pattern') ??
    arm.childForFieldName('conditional_expressions') ??
    arm.namedChildren[0];
  if (!subject || !label || label.id === subject.id) return undefined;
  const isRust = arm.type === 'match_arm';
  const right = (isRust ? arm.childForFieldName('pattern') : label) ?? label;
  // Java's labels stand before the statements of their group.
  const branch = /^switch_label$/.test(arm.type) ? (arm.parent ?? arm) : arm;
  return {
    left: subject,
    right: unwrapped(right),
    equal: true,
    consequence: rangeOf(branch),
    alternative: undefined,
  };
}

/** The value in a pattern: of `Ok("prod")` and of lists the last. */
function unwrapped(label: Node): Node {
  let at = label;
  while (/pattern|_list$|conditions?$/.test(at.type) && at.lastNamedChild) at = at.lastNamedChild;
  return at;
}

const CONDITIONS =
  /^(?:parenthesized_expression|parenthesized_statements|condition|boolean_operator|not_operator|unary_expression|unary|prefix_unary_expression|binary|binary_expression|condition_clause|test_command|let_chain)$/;

interface Branches {
  readonly consequence: Range | undefined;
  readonly alternative: Range | undefined;
}

/** What runs if the comparison holds, and what runs otherwise. */
function branchesOf(node: Node): Branches {
  let at: Node = node;
  let parent = at.parent;
  for (let left = 5; parent && left > 0 && CONDITIONS.test(parent.type); left--) {
    at = parent;
    parent = parent.parent;
  }
  const isCondition =
    parent?.childForFieldName('condition')?.id === at.id ||
    /^(?:conditional|ternary)/.test(parent?.type ?? '');
  if (parent?.type === 'conditional_expression' && !parent.childForFieldName('condition'))
    return inTheMiddle(parent, at);
  if (!parent || !isCondition) return { consequence: undefined, alternative: undefined };
  const then = BODIES.map((field) => parent?.childForFieldName(field)).find((one) => one && one.id !== at.id);
  const consequence = parent.childForFieldName('consequence') ?? then ?? undefined;
  const alternative = parent.childForFieldName('alternative') ?? undefined;
  if (!consequence && parent.children.some((one) => one?.type === 'then')) return betweenWords(parent);
  return {
    consequence: consequence && rangeOf(consequence),
    alternative: alternative && rangeOf(alternative),
  };
}

/** Python writes the condition between its two values. */
function inTheMiddle(conditional: Node, condition: Node): Branches {
  const [first, middle, last] = conditional.namedChildren;
  const isCondition = middle?.id === condition.id;
  return {
    consequence: isCondition && first ? rangeOf(first) : undefined,
    alternative: isCondition && last ? rangeOf(last) : undefined,
  };
}

/** A shell has no node for the statements between `then` and what ends them. */
function betweenWords(whole: Node): Branches {
  const words = whole.children.flatMap((one) => one ?? []);
  const then = words.find(({ type }) => type === 'then');
  const rest = words.slice(then ? words.indexOf(then) + 1 : words.length);
  const end = rest.find(({ type }) => /^(?:elif_clause|else_clause|fi)$/.test(type));
  const other = rest.find(({ type }) => /^(?:elif|else)_clause$/.test(type));
  return {
    consequence: then && end ? { start: then.endIndex, end: end.startIndex } : undefined,
    alternative: other && rangeOf(other),
  };
}
