import type { Node } from 'web-tree-sitter';
import { type Language, rangeOf } from '../language';
import type { ComparisonFact, Value } from './fact';
import type { Scope } from './scope';

const CLIMB = 8;

/** The comparison that a place is part of. */
export function comparedAt(node: Node, language: Language): Node | undefined {
  let at: Node | null = node;
  for (let climbed = 0; at && climbed <= CLIMB; climbed++, at = at.parent) {
    if (language.comparison?.(at)) return at;
    if (language.functionName(at) !== undefined) return undefined;
  }
  return undefined;
}

export function comparisonFact(node: Node, scope: Scope, language: Language): ComparisonFact {
  const compared = language.comparison?.(node);
  const range = rangeOf(node);
  const unknown: Value = { kind: 'unknown', range };
  const { left, right, word, equal = true, consequence, alternative } = compared ?? {};
  return {
    kind: 'comparison',
    left: left ? scope.valueOf(left) : unknown,
    right: right
      ? scope.valueOf(right)
      : word === undefined
        ? unknown
        : { kind: 'string', text: word, range },
    equal,
    range,
    consequence,
    alternative,
    enclosure: scope.enclosure(node),
  };
}
