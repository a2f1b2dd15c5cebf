import type { Node } from 'web-tree-sitter';
import { type CallShape, type Chain, type Language, rangeOf } from '../language';
import type { SightingPlace } from '../rule';
import type { Range } from '../text';
import { callPlaces } from './callers';
import { comparedAt, comparisonFact } from './comparison';
import { decoratedBy } from './decorated';
import type { CallFact, Fact, GivenFact, Holder, Import, ImportFact, StringFact } from './fact';
import { leftOver } from './left-over';
import type { Scope } from './scope';
import type { SkimHit } from './skim';
import { LONGEST_TEXT } from './values';

const CALL_CLIMB = 6;
const ARGUMENT_CLIMB = 10;
const MEMBER_CLIMB = 3;

/** The facts at the places a skim found; each call and string once. */
export function factsAtHits(hits: readonly SkimHit[], scope: Scope, language: Language): Fact[] {
  const facts: Fact[] = [];
  const seen = new Set<number>();
  const compared = new Set<number>();
  // A call may be a comparison too.
  const once = (node: Node | undefined, make: (node: Node) => Fact, of = seen): void => {
    if (!node || of.has(node.id)) return;
    of.add(node.id);
    facts.push(make(node));
  };
  for (const hit of hits) {
    const node = scope.root.descendantForIndex(hit.at, hit.at + hit.length);
    if (!node) continue;
    if (hit.kind === 'call')
      once(callAt(node, hit.at, language), (found) =>
        hit.bodies
          ? scope.inside(() => callFact(found, hit, scope, language))
          : callFact(found, hit, scope, language),
      );
    else if (hit.kind === 'comparison')
      once(comparedAt(node, language), (found) => comparisonFact(found, scope, language), compared);
    else if (hit.kind === 'given') {
      const fact = givenFact(node, scope, language);
      if (fact) facts.push(fact);
    } else {
      const strings = hit.kind === 'containing' ? [stringAt(node, language)] : stringsGivenTo(node, language);
      for (const found of strings) once(found, (literal) => stringFact(literal, scope, language));
    }
  }
  return facts;
}

/** The string that holds a range of code, as a fact, and whether a test of the file does. */
export function stringAround({ start, end }: Range, scope: Scope, language: Language): SightingPlace {
  const node = scope.root.descendantForIndex(start, Math.max(start, end - 1));
  const found = node ? stringAt(node, language) : undefined;
  return {
    string: found && stringFact(found, scope, language),
    inComment: node ? /comment/.test(node.type) : false,
    inTest: node ? scope.enclosure(node).inTest : false,
  };
}

/** The import at a range, unless it stands in a comment or a string. */
export function importFact(imported: Import, scope: Scope, language: Language): ImportFact | undefined {
  const node = scope.root.descendantForIndex(imported.range.start, imported.range.end);
  if (!node) return undefined;
  const specifier = node.startIndex >= imported.range.start - 1 && node.endIndex <= imported.range.end + 1;
  let at: Node | null = specifier ? node.parent : node;
  for (; at; at = at.parent) {
    // The specifier's own quotes are a string too: only what is wider hides the import.
    const wider = at.startIndex < imported.range.start - 1 || at.endIndex > imported.range.end + 1;
    if (wider && language.isCommentOrString(at)) return undefined;
  }
  return { kind: 'import', import: imported, enclosure: scope.enclosure(node) };
}

function callAt(node: Node, at: number, language: Language): Node | undefined {
  let candidate: Node | null = node;
  for (let climbed = 0; candidate && climbed <= CALL_CLIMB; climbed++, candidate = candidate.parent) {
    const shape = language.call(candidate);
    if (!shape) continue;
    const { start, end } = calleeRange(candidate, shape);
    const inCallee = start <= at && at < end;
    if (inCallee && language.loads(candidate) === undefined) return candidate;
    // The specifier of a `require("x")` that is itself called: `require("x")(…)`.
    if (language.loads(candidate) === undefined) return undefined;
  }
  return undefined;
}

function stringAt(node: Node, language: Language): Node | undefined {
  for (let at: Node | null = node; at; at = at.parent) {
    if (language.strings.has(at.type)) return at;
    if (language.call(at) || language.functionName(at) !== undefined) return undefined;
  }
  return undefined;
}

/** The strings that a name is given: directly, or as one of several alternatives. */
function stringsGivenTo(node: Node, language: Language): Node[] {
  const given = language.given(node) ?? givenToMember(node, language);
  if (!given) return [];
  if (language.strings.has(given.type)) return [given];
  if (language.call(given) || language.functionName(given) !== undefined) return [];
  return /object|dict|array|list|template/.test(given.type)
    ? []
    : given.namedChildren.filter((child) => language.strings.has(child.type));
}

/** The value that a member of what a node names is given: `env` in `process.env.NAME = "…"`, `os.environ["NAME"] = "…"`. */
function givenToMember(node: Node, language: Language): Node | undefined {
  let at: Node | null = node.parent;
  for (let climbed = 0; at && climbed < MEMBER_CLIMB; climbed++, at = at.parent) {
    if (!/member|subscript|attribute|element_reference|selector|variable_name/.test(at.type))
      return undefined;
    const last = at.lastNamedChild;
    const given = language.given(at) ?? (last && last.id !== node.id ? language.given(last) : undefined);
    if (given) return given;
  }
  return undefined;
}

/** From the receiver on, which a callee that is only a method's name does not cover. */
function calleeRange(node: Node, { callee, construct, annotation, sign, args }: CallShape): Range {
  const end = sign === undefined ? callee.endIndex : (args[0]?.value.startIndex ?? node.endIndex);
  return { start: construct || annotation ? callee.startIndex : node.startIndex, end };
}

function callFact(node: Node, hit: SkimHit, scope: Scope, language: Language): CallFact {
  const shape = language.call(node);
  const callee = shape?.callee ?? node;
  const decorates = decoratedBy(node);
  const block = shape?.block && scope.valueOf(shape.block);
  const on = language.chain(callee);
  const held = shape?.sign ? callee : on?.members.length === 1 ? on.base : undefined;
  const receiver = hit.receiver && held ? scope.valueOf(held) : undefined;
  const args = scope.arguments(shape?.args ?? []);
  const enclosure = scope.enclosure(node);
  const handsOn = args.some(({ value }) => value.kind === 'reference');
  const { callers: asked, ...alone } = hit;
  const callers =
    asked === 'always' || (asked && handsOn)
      ? callPlaces(node, scope, language).flatMap((at) => {
          const found = scope.root.descendantForIndex(at);
          const call = found && callAt(found, at, language);
          return call ? [callFact(call, { ...alone, at }, scope, language)] : [];
        })
      : undefined;
  return {
    kind: 'call',
    callee: `${shape?.annotation ? '@' : ''}${scope.qualify(callee) ?? unknown(on)}${shape?.sign ? `.${shape.sign}` : ''}`,
    alone: node.parent?.type === 'expression_statement',
    construct: shape?.construct ?? false,
    args,
    range: rangeOf(node),
    calleeRange: shape ? calleeRange(node, shape) : rangeOf(callee),
    ...(decorates ? { decorates } : {}),
    ...(receiver ? { receiver } : {}),
    ...(hit.around ? { around: scope.callsAround(node) } : {}),
    ...(callers ? { callers } : {}),
    ...(block?.kind === 'function' ? { block } : {}),
    enclosure,
  };
}

/** A method of an expression that has no name: `(a / b).open` is `?.open`. */
function unknown(on: Chain | undefined): string {
  const member = on?.members.at(-1);
  return member === undefined ? '?' : `?.${member}`;
}

/** A holder whose names rules may look at. */
function shortHolder(holder: Holder | undefined): Holder | undefined {
  return holder && holder.name.length + (holder.owner?.length ?? 0) <= LONGEST_TEXT ? holder : undefined;
}

function givenFact(node: Node, scope: Scope, language: Language): GivenFact | undefined {
  const held = language.given(node);
  const holder = shortHolder(held && language.holder(held));
  if (!held || !holder) return undefined;
  return {
    kind: 'given',
    holder,
    value: scope.valueOf(held),
    range: rangeOf(held),
    rebound: holder.kind === 'variable' && scope.isRebound(holder.name, held),
    argumentOf: argumentOf(held, scope, language),
    enclosure: scope.enclosure(held),
  };
}

function stringFact(node: Node, scope: Scope, language: Language): StringFact {
  const value = scope.valueOf(node);
  const text =
    value.kind === 'string' || value.kind === 'template'
      ? value
      : ({ kind: 'string', text: '', range: rangeOf(node) } as const);
  return {
    kind: 'string',
    value: text,
    holder: shortHolder(language.holder(node)),
    argumentOf: argumentOf(node, scope, language),
    ...leftOver(node, scope, language),
    enclosure: scope.enclosure(node),
  };
}

/** The call that takes this node, directly or inside literals, as an argument. */
function argumentOf(node: Node, scope: Scope, language: Language): string | undefined {
  let at: Node | null = node.parent;
  for (let climbed = 0; at && climbed < ARGUMENT_CLIMB; climbed++, at = at.parent) {
    const shape = language.call(at);
    if (shape) return shape.callee.endIndex <= node.startIndex ? scope.qualify(shape.callee) : undefined;
    if (language.functionName(at) !== undefined) return undefined;
  }
  return undefined;
}
