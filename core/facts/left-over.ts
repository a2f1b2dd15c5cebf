import type { Node } from 'web-tree-sitter';
import type { Language } from '../language';
import type { StringFact, Value } from './fact';
import type { Scope } from './scope';
import { readsEnv } from './values';

const FALLBACK_CLIMB = 10;

/** Whether a value around the node has the node for what it is otherwise, and reads the environment itself. */
export function leftOver(
  node: Node,
  scope: Scope,
  language: Language,
): Pick<StringFact, 'fallback' | 'otherwise'> {
  let otherwise = false;
  let at: Node | null = node.parent;
  for (let climbed = 0; at && climbed < FALLBACK_CLIMB; climbed++, at = at.parent) {
    // `x ||= "…"` gives a value only where there is none.
    if (at.type === 'operator_assignment' || asksForTarget(at, node))
      return { fallback: true, otherwise: true };
    if (scope.isCollection(at) || language.functionName(at)) break;
    const value = scope.valueOf(at);
    if (isOtherwise(value, node)) return { fallback: true, otherwise: true };
    otherwise ||= isLast(value, node);
  }
  return { fallback: false, otherwise };
}

/** `settings.url || "…"`: what comes first is known only when the app runs. */
function isLast(value: Value, node: Node): boolean {
  if (value.kind !== 'either') return false;
  const [first, ...others] = value.values;
  const isOpen = first?.kind === 'call' || first?.kind === 'reference' || first?.kind === 'unknown';
  return isOpen && others.some(({ range }) => range.start <= node.startIndex && node.endIndex <= range.end);
}

/** `if (!x) x = "…"`. */
function asksForTarget(branch: Node, node: Node): boolean {
  const condition = /^(?:if|unless)/.test(branch.type) ? branch.childForFieldName('condition') : null;
  const left = node.parent?.childForFieldName('left')?.text;
  return left !== undefined && condition?.text.includes(left) === true;
}

function isOtherwise(value: Value, node: Node): boolean {
  const holds = ({ range }: Value): boolean => range.start <= node.startIndex && node.endIndex <= range.end;
  switch (value.kind) {
    case 'env':
      return value.fallback !== undefined && holds(value.fallback);
    case 'either':
      return value.values.some(readsEnv) && value.values.some((one) => holds(one) && !readsEnv(one));
    default:
      return false;
  }
}
