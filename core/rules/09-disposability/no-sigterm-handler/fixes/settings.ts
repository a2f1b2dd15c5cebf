import type { Fixer } from '../../../../rule';
import { eolOf } from '../../../../text';

/** Sets what lets a server stop gracefully, on a line of its own or as an option of its command. */
export const toSetting: Fixer = ({ path, breach: { repair } }, text) => {
  const { set, after, at } = repair ?? {};
  if (typeof at !== 'number') return [];
  const eol = eolOf(text);
  const title = 'Finish open work on SIGTERM';
  if (typeof after === 'string')
    return [{ title, kind: 'suggestion', edits: [{ path, range: { start: at, end: at }, newText: after }] }];
  if (typeof set !== 'string') return [];
  // At the end there may be another document of the same file.
  if (at < 0 && /^---/m.test(text)) return [];
  const start = at < 0 ? text.length : text.lastIndexOf('\n', at - 1) + 1;
  const line = set.split('\n').join(eol);
  const newText = at < 0 ? `${text.endsWith('\n') ? '' : eol}${line}${eol}` : `${line}${eol}`;
  return [{ title, kind: 'suggestion', edits: [{ path, range: { start, end: start }, newText }] }];
};
