import type { Breach } from '../../../rule';
import { wholeLine, withEdit } from '../../shared/one-edit';
import { eachLine } from './grammar';
import type { EntryLine, Line } from './lines';

const LONGEST_NAME = 63;

/** Process types that a line above has named already. */
export const duplicates = eachLine((line, text, lines): Breach | undefined => {
  if (line.kind !== 'entry') return undefined;
  const first = entriesOf(lines).find(({ name }) => name === line.name);
  if (!first || first === line) return undefined;
  const isSame = commandOf(first, text) === commandOf(line, text);
  const breach = { range: line.nameRange, words: { name: line.name } };
  if (isSame && line.continued.length === 0) {
    const edit = { title: 'Remove this line', safe: true, ...wholeLine(text, line.range), newText: '' };
    return withEdit(breach, edit);
  }
  const newText = freeName(`${line.name}2`, lines);
  const edit = newText && { title: `Rename to ${newText}`, safe: false, ...line.nameRange, newText };
  return withEdit(breach, edit || undefined);
});

/** Process types that the published strict grammars do not take. */
export const oddNames = eachLine((line, _text, lines): Breach | undefined => {
  if (line.kind !== 'entry') return undefined;
  const why = oddityOf(line.name);
  if (why === undefined) return undefined;
  const plain = line.name
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^-+|-+$/g, '');
  const newText = plain.length > LONGEST_NAME ? undefined : freeName(plain, lines);
  const edit = newText && { title: `Rename to ${newText}`, safe: false, ...line.nameRange, newText };
  return withEdit({ range: line.nameRange, words: { why } }, edit || undefined);
});

function oddityOf(name: string): string | undefined {
  if (/[A-Z]/.test(name)) return 'it has upper-case letters';
  if (name.includes('_')) return 'it has an underscore';
  if (name.startsWith('-') || name.endsWith('-')) return 'it starts or ends with a dash';
  return name.length > LONGEST_NAME ? `it has more than ${LONGEST_NAME} characters` : undefined;
}

function freeName(name: string, lines: readonly Line[]): string | undefined {
  return name === '' || entriesOf(lines).some((entry) => entry.name === name) ? undefined : name;
}

function entriesOf(lines: readonly Line[]): EntryLine[] {
  return lines.flatMap((line) => (line.kind === 'entry' ? [line] : []));
}

function commandOf(line: EntryLine, text: string): string {
  return text.slice(line.command.start, line.command.end);
}
