import type { Breach, Fixer } from '../../../rule';
import type { Range } from '../../../text';

/** A breach that a new text at a range of the same file would end; what the program does changes. */
export function replacing(breach: Breach, title: string, range: Range, newText: string): Breach {
  return { ...breach, repair: { title, newText, start: range.start, end: range.end } };
}

/** A breach that ends when the lines it stands on are taken out. */
export function removing(breach: Breach, title: string, whole: Range): Breach {
  return { ...breach, repair: { title, lines: true, newText: '', start: whole.start, end: whole.end } };
}

/** Offers what `replacing` and `removing` have put into a breach. */
export const repairing: Fixer = ({ breach, path }, text) => {
  const { title, newText, start, end, lines } = breach.repair ?? {};
  if (typeof title !== 'string' || typeof newText !== 'string') return [];
  if (typeof start !== 'number' || typeof end !== 'number') return [];
  const range = lines === true ? wholeLines(text, start, end) : { start, end };
  return range ? [{ title, kind: 'suggestion', edits: [{ path, range, newText }] }] : [];
};

/** The lines of a range with their last ending; undefined where something else stands on them. */
function wholeLines(text: string, start: number, end: number): Range | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next + 1;
  const isAlone =
    text.slice(from, start).trim() === '' && /^[;,]?\s*(?:#.*)?$/.test(text.slice(end, to).trimStart());
  return isAlone ? { start: from, end: to } : undefined;
}
