import type { Node } from 'web-tree-sitter';
import type { App } from '../core/app';
import type { Value } from '../core/facts/fact';
import type { Skim } from '../core/facts/skim';
import { configLiteralAt } from '../core/fix/config-literal';
import { envNameFor } from '../core/fix/env-name';
import type { FixTarget } from '../core/fix/fixes';
import { type Language, rangeOf } from '../core/language';
import type { Breach } from '../core/rule';
import type { Range } from '../core/text';

type Literal = NonNullable<Breach['literal']>;

const CLIMB = 3;

/** The string or number under the cursor, or that a selection lies in, with a name from what holds it. */
export function literalAt(
  target: FixTarget,
  skim: Skim | undefined,
  at: Range,
  app: App,
): Literal | undefined {
  const { language, tree } = target;
  if (!language || !tree) return configLiteralAt(target.path, target.text, at, app);
  const starts = at.start === at.end && at.start > 0 ? [at.start, at.start - 1] : [at.start];
  for (const start of starts) {
    const node = literalAround(tree.rootNode.descendantForIndex(start, at.end), language);
    if (!node) continue;
    const range = rangeOf(node);
    // The name of a variable that is read already.
    if (skim?.envReads.some((read) => range.start <= read.range.start && read.range.end <= range.end))
      continue;
    return { ...described(node, language), range, keepAsFallback: false };
  }
  return undefined;
}

function literalAround(innermost: Node | null, language: Language): Node | undefined {
  let node = innermost;
  for (let climbed = 0; node && climbed < CLIMB; climbed++, node = node.parent) {
    const kind = simpleValue(node, language)?.kind;
    if (kind === 'string' || kind === 'number') return isMovable(node, language) ? node : undefined;
    if (language.strings.has(node.type)) return undefined;
  }
  return undefined;
}

function simpleValue(node: Node, language: Language): Value | undefined {
  return language.value(node, (part) => ({ kind: 'unknown', range: rangeOf(part) }));
}

function isMovable(node: Node, language: Language): boolean {
  const text = language.literalText(node);
  return text !== undefined && text !== '' && language.replaceable(node) !== undefined;
}

function described(node: Node, language: Language): Pick<Literal, 'name' | 'cast'> {
  const scheme = /^([a-z][a-z0-9]*)(?:\+[a-z0-9]+)?:\/\//i.exec(language.literalText(node) ?? '')?.[1];
  const fallback = scheme ? `${scheme.toUpperCase()}_URL` : 'APP_SETTING';
  const cast = simpleValue(node, language)?.kind === 'number' ? 'number' : 'string';
  return { name: envNameFor(language.holder(node), fallback), cast };
}
