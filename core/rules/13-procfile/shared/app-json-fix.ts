import json from '../../../formats/entries/json';
import type { Fixer } from '../../../rule';

/** Lists a variable in app.json, as one that a deploy must be given. */
export const addToAppJson: Fixer = ({ breach: { repair } }, _text, app) => {
  const { name, path } = repair ?? {};
  if (typeof name !== 'string' || typeof path !== 'string') return [];
  const text = app.tree.appFiles.get(path)?.text;
  const at = text === undefined ? undefined : placeIn(text);
  if (!at) return [];
  const newText = `,${at.gap}${JSON.stringify(name)}: { "required": true }`;
  const range = { start: at.offset, end: at.offset };
  return [{ title: `List ${name} in ${path}`, kind: 'suggestion', edits: [{ path, range, newText }] }];
};

/** Behind the last variable that is listed, and what stands between two of them. */
function placeIn(text: string): { offset: number; gap: string } | undefined {
  const listed = json.entries(text).filter(({ keys }) => keys.length === 2 && keys[0] === 'env');
  const last = listed.at(-1);
  if (!last) return undefined;
  const before = text.slice(0, last.whole.start);
  const gap = /\s*$/.exec(before.slice(-200))?.[0] ?? '';
  return { offset: last.whole.end, gap: gap === '' ? ' ' : gap };
}
