import { ignoreEdit } from '../../../fix/ignore-file';
import type { Fixer } from '../../../rule';

/** Has git ignore the file that a breach names, and brings the command that takes it out of the repository. */
export const untrack: Fixer = ({ breach: { repair } }, _text, app) => {
  if (typeof repair?.path !== 'string') return [];
  const edit = ignoreEdit(repair.path, app);
  const run = { does: 'untrack', path: repair.path } as const;
  const title = 'Take it out of the repository (git rm --cached)';
  return [{ title, kind: 'suggestion', edits: edit ? [edit] : [], run }];
};
