import type { Tree } from 'web-tree-sitter';
import type { App } from '../app';
import type { Language } from '../language';
import type { Finding, Fix, Rule } from '../rule';
import { everywhereFix, loadingFix, moveToEnv } from './move-to-env';
import { togetherFix } from './move-together';

/** The text that a fix changes, with what the editor keeps of it. */
export interface FixTarget {
  readonly path: string;
  readonly text: string;
  /** Undefined for files without a grammar: Procfiles, manifests. */
  readonly language: Language | undefined;
  readonly tree: Tree | undefined;
}

/** The repairs of a finding, the preferred one first. Pure: the edits speak of the texts the app holds. */
export function fixesFor(finding: Finding, target: FixTarget, app: App, rule: Rule): Fix[] {
  const fixes: Fix[] = [];
  const literal = finding.breach.literal;
  if (literal) {
    const moved = moveToEnv(target, literal, app);
    if (moved)
      fixes.push(
        moved.fix,
        ...togetherFix(finding.breach, target, app),
        ...loadingFix(moved, target, app),
        ...everywhereFix(target, literal, app),
      );
  }
  return [...fixes, ...(rule.fix?.(finding, target.text, app) ?? [])];
}
