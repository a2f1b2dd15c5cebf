import type { App } from '../../../app';
import { isProcfile } from '../../../facts/app-files';
import type { Breach } from '../../../rule';
import type { Range } from '../../../text';
import { withEdit } from '../../shared/one-edit';
import { isFixture } from './grammar';

/** Blanks of Unicode that look like a blank, or like nothing, and are a part of a word to a shell. */
const LOOKALIKES = /[\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/g;
const STRICT = 'Heroku’s local runner and others made of node-foreman refuse the whole file because of';

/** Blank lines that hold blanks, indented comments, lone carriage returns, blanks that are none to a shell. */
export function oddBlanks(path: string, app: App): Breach[] {
  const text = isProcfile(path) && !isFixture(path) ? app.tree.appFiles.get(path)?.text : undefined;
  return text === undefined ? [] : [...refusedLines(text), ...loneReturns(text), ...lookalikes(text)];
}

/** As node-foreman reads: lines that end in a line feed, where only an empty one or a `#` in front is skipped. */
function refusedLines(text: string): Breach[] {
  const found: Breach[] = [];
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at < 0 ? text.length : at;
    const line = text.slice(start, end);
    const said = line.trim();
    const blanks = said === '' ? line.length : line.length - line.trimStart().length;
    if (line !== '' && (said === '' || (said.startsWith('#') && blanks > 0)))
      found.push(refused({ start, end: start + blanks }, said === '', text.slice(start, end + 1)));
    start = end + 1;
  }
  return found;
}

function refused(range: Range, isEmpty: boolean, line: string): Breach {
  // Between lines that end in CRLF a blank one cannot stay: its carriage return is the blank.
  const isReturn = line === '\r\n';
  const what = isReturn
    ? `${STRICT} a blank line that ends in CRLF.`
    : `${STRICT} the blanks ${isEmpty ? 'in this line' : 'before this comment'}.`;
  const end = isReturn ? range.end + 1 : line.endsWith('\r\n') && isEmpty ? range.end - 1 : range.end;
  const edit = {
    title: isReturn ? 'Remove the blank line' : 'Remove the blanks',
    safe: true,
    start: range.start,
    end,
    newText: '',
  };
  return withEdit({ range, words: { what, todo: isReturn ? 'Remove it.' : 'Remove them.' } }, edit);
}

function loneReturns(text: string): Breach[] {
  return [...text.matchAll(/\r(?!\n)/g)].flatMap(({ index }) => {
    // At the text's end nothing follows that could be lost.
    if (index + 1 === text.length) return [];
    const range = { start: index, end: index + 1 };
    const words = {
      what: 'To some runners a lone carriage return ends the line, to others what follows belongs to the command or is lost.',
      todo: 'Use a line feed.',
    };
    const edit = { title: 'Use a line feed', safe: false, ...range, newText: '\n' };
    return [withEdit({ range, words, severity: 'warning' }, edit)];
  });
}

function lookalikes(text: string): Breach[] {
  return [...text.matchAll(LOOKALIKES)].flatMap(({ index, 0: char }) => {
    if (index === 0 && char === '\ufeff') return [];
    const lineStart = text.lastIndexOf('\n', index) + 1;
    if (/^\s*#/.test(text.slice(lineStart, index))) return [];
    const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const range = { start: index, end: index + 1 };
    const isWide = !/[\u200b\u2060\ufeff]/.test(char);
    const words = {
      what: `This is no blank but the character U+${code}, which a shell takes for a part of a word.`,
      todo: isWide ? 'Type a blank.' : 'Remove it.',
    };
    const title = isWide ? 'Replace it by a blank' : 'Remove it';
    return [
      withEdit(
        { range, words, severity: 'warning' },
        { title, safe: false, ...range, newText: isWide ? ' ' : '' },
      ),
    ];
  });
}
