import type { Breach, Fixer } from '../../rule';

/** What {@link oneEdit} does to the file of a breach: `newText` in place of `start`–`end`. */
export interface OneEdit {
  readonly title: string;
  readonly safe: boolean;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A breach that {@link oneEdit} can mend. */
export function withEdit(breach: Breach, edit: OneEdit | undefined): Breach {
  return edit ? { ...breach, repair: { ...edit } } : breach;
}

/** The repair that a breach brings with it, as one edit of its own file. */
export const oneEdit: Fixer = ({ path, breach: { repair } }) => {
  // Other repairs of a rule may name places too.
  if (repair?.title === undefined) return [];
  if (typeof repair.start !== 'number' || typeof repair.end !== 'number') return [];
  const { start, end } = repair;
  return [
    {
      title: String(repair.title),
      kind: repair.safe === true ? 'safe' : 'suggestion',
      edits: [{ path, range: { start, end }, newText: String(repair.newText) }],
    },
  ];
};

/** A line with its break, so that nothing is left of it; of the last line, with the break before it. */
export function wholeLine(text: string, { start, end }: { start: number; end: number }) {
  let [from, to] = [start, end];
  while (from > 0 && !isBreak(text, from - 1)) from--;
  while (to < text.length && !isBreak(text, to)) to++;
  if (to < text.length) return { start: from, end: text.startsWith('\r\n', to) ? to + 2 : to + 1 };
  if (from > 0) from -= text.startsWith('\r\n', from - 2) ? 2 : 1;
  return { start: from, end: to };
}

function isBreak(text: string, at: number): boolean {
  return text[at] === '\n' || text[at] === '\r';
}
