import type { FileEdit, Fixer } from '../../../rule';

const TITLE = 'Let the lock end by itself';

/** Gives a lock half a minute, in the command that takes it. */
export const withExpiry: Fixer = ({ path, breach: { repair } }, text) => {
  const { add, at, name, zero, end } = repair ?? {};
  if (typeof at !== 'number') return [];
  const edits: FileEdit[] = [];
  if (typeof zero === 'string' && typeof end === 'number') {
    // Go does not compile without the package that the duration is of.
    if (!/"time"/.test(text) || text.slice(at, end) !== '0') return [];
    edits.push({ path, range: { start: at, end }, newText: zero });
  }
  if (typeof add === 'string') {
    // A comma may stand behind the last argument already.
    const comma = /,\s{0,80}$/.exec(text.slice(Math.max(0, at - 90), at))?.[0];
    const start =
      comma === undefined
        ? at - (/\s{1,80}$/.exec(text.slice(Math.max(0, at - 80), at))?.[0].length ?? 0)
        : at - comma.length;
    edits.push({ path, range: { start, end: start }, newText: add });
    if (typeof name === 'number' && name > 0) {
      const method = /\w+$/.exec(text.slice(Math.max(0, name - 40), name))?.[0].length ?? 0;
      edits.push({ path, range: { start: name - method, end: name }, newText: 'set' });
    }
  }
  return edits.length > 0 ? [{ title: TITLE, kind: 'suggestion', edits }] : [];
};
