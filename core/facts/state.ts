import type { Node } from 'web-tree-sitter';
import { type Language, rangeOf } from '../language';
import type { StateFact, StateUse } from './fact';
import type { Scope } from './scope';
import { isWord } from './words';

const MOST_NAMES = 40;
const MOST_USES = 200;
const NEAR = 200;
/** Another object's member of the same name. */
const MEMBER = /(?<!\b(?:this|self|Self|static|cls))(?:\.|->|::)\s*$/;

/** What modules and classes keep in memory from call to call: containers that start empty, and counts. */
export function stateFacts(text: string, scope: Scope, language: Language): StateFact[] {
  const facts: StateFact[] = [];
  for (const match of text.matchAll(language.state?.declared ?? /(?!)/g)) {
    const name = match.slice(1).find((group) => group !== undefined);
    if (!name || facts.length >= MOST_NAMES) continue;
    const at = match.index + match[0].indexOf(name, nameFrom(match[0], name));
    const node = named(scope.root, at, name, language);
    if (!node || scope.enclosure(node).fn !== undefined) continue;
    facts.push({
      kind: 'state',
      name,
      range: rangeOf(node),
      uses: usesOf(name, node, text, scope, language),
    });
  }
  return facts;
}

/** The name stands right before its type or value, not where it first occurs as a part of another word. */
function nameFrom(declared: string, name: string): number {
  let at = declared.indexOf(name);
  while (at >= 0 && (isWord(declared, at - 1) || isWord(declared, at + name.length)))
    at = declared.indexOf(name, at + 1);
  return Math.max(0, at);
}

function named(root: Node, at: number, name: string, language: Language): Node | undefined {
  const node = root.descendantForIndex(at, at + name.length);
  return node && language.identifiers.has(node.type) && node.text === name ? node : undefined;
}

function usesOf(name: string, declared: Node, text: string, scope: Scope, language: Language): StateUse[] {
  const uses: StateUse[] = [];
  const own = scope.placeOf(name, declared.startIndex);
  for (
    let at = text.indexOf(name);
    at >= 0 && uses.length < MOST_USES;
    at = text.indexOf(name, at + name.length)
  ) {
    if (at === declared.startIndex || isWord(text, at - 1) || isWord(text, at + name.length)) continue;
    const before = text.slice(Math.max(0, at - NEAR), at);
    if (MEMBER.test(before)) continue;
    const node = named(scope.root, at, name, language);
    if (!node) continue;
    const place = scope.placeOf(name, at);
    if (place?.start !== own?.start || place?.end !== own?.end) continue;
    uses.push({
      range: rangeOf(node),
      writes: writes(text, at, name, language),
      handlers: handlersOf(node, text, scope, language),
    });
  }
  return uses;
}

function writes(text: string, at: number, name: string, { state }: Language): boolean {
  const after = text.slice(at + name.length, at + name.length + NEAR);
  return (
    (state?.writes.test(after) ?? false) ||
    (state?.before?.test(text.slice(Math.max(0, at - 40), at)) ?? false)
  );
}

/** The request handlers that a place is part of: the one around it, or those of the file that call the function around it. */
function handlersOf(node: Node, text: string, scope: Scope, language: Language): StateUse['handlers'] {
  const { handler, fn } = scope.enclosure(node);
  if (handler) return [handler];
  if (fn === undefined || fn === '') return [];
  const found: StateUse['handlers'][number][] = [];
  let left = MOST_USES;
  for (
    let at = text.indexOf(`${fn}(`);
    at >= 0 && left > 0;
    at = text.indexOf(`${fn}(`, at + fn.length), left--
  ) {
    if (isWord(text, at - 1)) continue;
    const caller = named(scope.root, at, fn, language);
    const around = caller && scope.enclosure(caller).handler;
    if (around && !found.some(({ start }) => start === around.start)) found.push(around);
  }
  return found;
}
