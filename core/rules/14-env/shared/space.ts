import type { EnvEntry } from '../../../env/env-file';
import type { Range } from '../../../text';

interface Stray {
  readonly range: Range;
  readonly newText: string;
  readonly what: string;
}

/** Blanks that some readers stumble over: around `=`, else before the line's first character. */
export function straySpace({ nameRange, valueRange, range }: EnvEntry, text: string): Stray | undefined {
  const between = text.slice(nameRange.end, Math.max(nameRange.end, valueRange.start));
  if (/^[ \t]+=[ \t]*$|^=[ \t]+$/.test(between) && !isEmpty(valueRange)) {
    const what = between.startsWith('=')
      ? 'A shell sets nothing here, and foreman takes the blanks after `=` as part of the value.'
      : 'A shell and foreman do not set the variable, because of the blanks around `=`.';
    return { range: { start: nameRange.end, end: valueRange.start }, newText: '=', what };
  }
  let start = range.start;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  const atLineStart = start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r';
  if (start === range.start || !atLineStart) return undefined;
  return {
    range: { start, end: range.start },
    newText: '',
    what: 'foreman skips this line without a word, because of the blanks at its start.',
  };
}

function isEmpty({ start, end }: Range): boolean {
  return start === end;
}
