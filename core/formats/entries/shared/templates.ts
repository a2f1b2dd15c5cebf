const CLOSINGS: Readonly<Record<string, string>> = { '<%': '%>', '{{': '}}', '{%': '%}' };
const OPENING = /<%|\{\{|\{%/g;

/**
 * A text of the same length without template tags (ERB, Helm, Jinja): letters where one stands for a value or a part
 * of one, blanks where one has its lines to itself.
 */
export function maskTemplates(text: string): string {
  const unclosed = new Set<string>();
  let masked = '';
  let done = 0;
  for (const match of text.matchAll(OPENING)) {
    const [opening] = match;
    const closing = CLOSINGS[opening] ?? '';
    if (match.index < done || unclosed.has(opening)) continue;
    const close = text.indexOf(closing, match.index + opening.length);
    if (close < 0) {
      unclosed.add(opening);
      continue;
    }
    const end = close + closing.length;
    const tag = text.slice(match.index, end);
    masked += text.slice(done, match.index);
    masked += hasLinesToItself(text, match.index, end)
      ? tag.replace(/[^\r\n]/g, ' ')
      : 'x'.repeat(tag.length);
    done = end;
  }
  return masked + text.slice(done);
}

function hasLinesToItself(text: string, start: number, end: number): boolean {
  let before = start;
  while (text[before - 1] === ' ' || text[before - 1] === '\t') before--;
  let after = end;
  while (text[after] === ' ' || text[after] === '\t') after++;
  const isFirst = before === 0 || text[before - 1] === '\n' || text[before - 1] === '\r';
  return isFirst && (after === text.length || text[after] === '\n' || text[after] === '\r');
}
