import type { App } from '../app';
import type { Breach, FileEdit, Fix } from '../rule';
import { applyEdits } from '../text';
import type { FixTarget } from './fixes';
import { type Move, moveToEnv } from './move-to-env';

/** The move of all literals that belong to one thing at once: the host of a service with its port and user. */
export function togetherFix({ literal, together = [] }: Breach, target: FixTarget, app: App): Fix[] {
  if (!literal || together.length === 0) return [];
  const all = [literal, ...together.map((one) => ({ ...one, keepAsFallback: false }))];
  const moves = all.map((one) => moveToEnv(target, one, app));
  if (!moves.every((move): move is Move => move !== undefined)) return [];
  const names = moves.map(({ name }) => name);
  const edits = mergedEdits(moves, target.path);
  // Two settings that took one name would overwrite each other.
  if (new Set(names).size < names.length || !edits) return [];
  return [{ title: `Move to env vars ${names.join(', ')}`, kind: 'suggestion', edits }];
}

/** The edits of all moves as one set; undefined where two of them change the same code. */
function mergedEdits(moves: readonly Move[], own: string): FileEdit[] | undefined {
  const merged: FileEdit[] = [];
  for (const edit of moves.flatMap(({ fix }) => fix.edits)) {
    const isSame = (one: FileEdit): boolean =>
      one.path === edit.path && one.range.start === edit.range.start && one.range.end === edit.range.end;
    const at = merged.findIndex(isSame);
    const before = merged[at];
    if (!before) merged.push(edit);
    else if (before.newText !== edit.newText) {
      if (edit.path === own || edit.range.start !== edit.range.end) return undefined;
      merged[at] = { ...before, newText: appended(before.newText, edit.newText) };
    }
  }
  return merged;
}

/** A text with another behind it, which brought its own line end where the file had none. */
function appended(before: string, next: string): string {
  const rest = before.endsWith('\n') ? next.replace(/^\r?\n/, '') : next;
  return applyEdits(before, [{ range: { start: before.length, end: before.length }, newText: rest }]);
}
