import { eolOf, LineIndex, type TextEdit } from './text';

/**
 * The edits that remove blanks at the ends of lines and end the text with a line break. Blanks behind a backslash,
 * which keeps the first of them, and those that `keeps` names by their place stay.
 */
export function trimLines(text: string, keeps: (offset: number) => boolean = () => false): TextEdit[] {
  const edits: TextEdit[] = [];
  const lines = new LineIndex(text);
  for (let line = 0; line < lines.lineCount; line++) {
    const start = lines.lineStart(line);
    const end = lineEnd(text, start, lines.lineStart(line + 1));
    let from = end;
    while (from > start && isBlank(text.charCodeAt(from - 1))) from--;
    if (from === end || text[from - 1] === '\\' || keeps(from)) continue;
    edits.push({ range: { start: from, end }, newText: '' });
  }
  const last = text.slice(lines.lineStart(lines.lineCount - 1));
  if (/[^ \t\v\f\ufeff]/.test(last) && !keeps(text.length)) {
    edits.push({ range: { start: text.length, end: text.length }, newText: eolOf(text) });
  }
  return edits;
}

function lineEnd(text: string, start: number, next: number): number {
  let end = next;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return end;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 11 || code === 12;
}
