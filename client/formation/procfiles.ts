import { procfilesIn } from '../../formation/procfile-choice';

/** The Procfiles among the names of a folder's files, the one that is run by default first; what the setting names is one. */
export function procfilesOf(names: Iterable<string>, setting: string): readonly string[] {
  const all = new Set(names);
  const found = procfilesIn(all);
  return all.has(setting) && !found.includes(setting) ? [...found, setting] : found;
}
