import type { Breach } from '../../../rule';
import type { Range } from '../../../text';
import { withEdit } from '../../shared/one-edit';
import type { EnvText } from './files';

/** Lines that `dotenv` passes over; neighbours count as one. Then `NAME: value`, which few readers take. */
export function malformedLines(file: EnvText): Breach[] {
  const ranges: Range[] = [];
  for (const { code, range } of file.source.file.problems) {
    if (code !== 'malformed') continue;
    const last = ranges.at(-1);
    if (last && file.text.slice(last.end, range.start).trim() === '')
      ranges[ranges.length - 1] = { start: last.start, end: range.end };
    else ranges.push(range);
  }
  return [...ranges.flatMap((range) => malformed(range, file) ?? []), ...colons(file)];
}

function malformed(range: Range, { text }: EnvText): Breach | undefined {
  const content = text.slice(range.start, Math.min(range.end, range.start + 200));
  if (/^(?:\{\{|\{%|<%|%\{)/.test(content)) return undefined;
  if (/^(?:export[ \t]+)?[A-Za-z_]\w*$/.test(content)) return bareName(range, content);
  if (content.startsWith('//')) {
    const words = {
      flaw: 'This is no comment, and some readers refuse the whole file.',
      todo: 'Start a comment with `#`.',
    };
    const edit = {
      title: 'Start the comment with #',
      safe: true,
      start: range.start,
      end: range.start + 2,
      newText: '#',
    };
    const isOneLine = !/[\r\n]/.test(text.slice(range.start, range.end));
    return withEdit({ range, words }, isOneLine ? edit : undefined);
  }
  const named = content.includes('=') && !/[\r\n]/.test(content);
  const flaw = named
    ? 'dotenv skips this line because of its name; other readers refuse the whole file.'
    : 'dotenv skips this; other readers refuse the whole file.';
  const todo = named
    ? 'Write the name with letters, digits and `_` only.'
    : 'Write `NAME=value`, with quotes around a value of several lines, or start each line with `#`.';
  return { range, words: { flaw, todo } };
}

/** Docker Compose and `export` take the value from outside; the others do not. */
function bareName(range: Range, content: string): Breach | undefined {
  if (content.startsWith('export')) return undefined;
  const words = {
    flaw: 'Without `=` this sets nothing: Docker Compose takes the value from outside, dotenv skips the line, other readers refuse the whole file.',
    todo: 'Write `NAME=` for an empty value.',
  };
  const edit = {
    title: 'Set it to an empty value',
    safe: false,
    start: range.end,
    end: range.end,
    newText: '=',
  };
  return withEdit({ range, words, severity: 'information' }, edit);
}

function colons({ text, source }: EnvText): Breach[] {
  return source.file.entries.flatMap(({ nameRange, valueRange }) => {
    if (text[nameRange.end] !== ':') return [];
    const range = { start: nameRange.start, end: nameRange.end + 1 };
    const words = {
      flaw: 'dotenv reads a colon as `=`; the shell, foreman, honcho, Node and python-dotenv do not.',
      todo: 'Write `=`.',
    };
    const edit = { title: 'Write =', safe: false, start: nameRange.end, end: valueRange.start, newText: '=' };
    return [withEdit({ range, words, severity: 'information' }, edit)];
  });
}
