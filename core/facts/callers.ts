import type { Node } from 'web-tree-sitter';
import type { Language } from '../language';
import type { Scope } from './scope';
import { isWord } from './words';

const MOST_PLACES = 20;
const CLIMB = 40;

/**
 * Where a text may call what a node is part of: the function around it, or the name that it, or that function, is given
 * to. Places of names; what stands there need not be a call.
 */
export function callPlaces(node: Node, scope: Scope, language: Language): number[] {
  const text = scope.root.text;
  return [...namesAround(node, language)].flatMap((name) => placesOf(name, text, node.startIndex));
}

function namesAround(node: Node, language: Language): Set<string> {
  const names = new Set<string>();
  let at: Node | null = node;
  for (let climbed = 0; at && climbed < CLIMB; climbed++, at = at.parent) {
    const fn = language.functionName(at);
    if (fn === undefined && at.id !== node.id) continue;
    const holder = fn ? undefined : language.holder(at);
    const name = fn || (holder?.kind === 'variable' ? holder.name : '');
    if (name !== '') names.add(name);
    if (fn) break;
  }
  return names;
}

function placesOf(name: string, text: string, own: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (places.length >= MOST_PLACES) break;
    const next = text.slice(at + name.length, at + name.length + 2);
    if (/^[ \t]?["'([]/.test(next) && at !== own && !isWord(text, at - 1)) places.push(at);
  }
  return places;
}
