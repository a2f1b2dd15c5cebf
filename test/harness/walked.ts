import { type ListFolder, type WalkSummary, walk } from '../../host/walk';
import { type Files, inTempFolder } from './temp-folder';

/** What a walk gives, its files in order, and how many steps it took. */
export function listed(
  root: string,
  list?: ListFolder,
): { files: string[]; summary: WalkSummary; steps: number } {
  const steps = walk(root, list);
  const files: string[] = [];
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done) return { files: files.sort(), summary: step.value, steps: count - 1 };
    files.push(...step.value);
  }
}

/** The files that a walk lists in a folder of these. */
export function filesIn(files: Files): Promise<string[]> {
  return inTempFolder(files, (root) => listed(root).files);
}
