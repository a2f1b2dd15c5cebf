import type { ParityRow, ParityTable, RowGroup } from '../core/parity/table';
import { printable } from './text-format';

const TITLES: Readonly<Record<RowGroup, string>> = {
  runtime: 'Runtime',
  service: 'Backing services',
  process: 'Process types',
  env: 'Environment variables',
};
const WIDEST = 28;
const GROUPS: readonly RowGroup[] = ['runtime', 'service', 'process', 'env'];

/** The tables for people: a line a row, a column a place, and in words what differs. */
export function parityText(tables: readonly ParityTable[], colour: boolean): string {
  if (tables.length === 0) return 'Nothing to compare: no file here says what the app runs on.\n';
  return `${tables.map((table) => tableText(table, colour)).join('\n\n')}\n`;
}

function tableText({ root, columns, rows }: ParityTable, colour: boolean): string {
  const head = ['', ...columns.map(({ title }) => title), ''];
  const lines: string[][] = [head];
  for (const group of GROUPS) {
    const own = rows.filter((row) => row.group === group);
    if (own.length > 0) lines.push([TITLES[group], ...head.slice(1).map(() => '')]);
    for (const row of own)
      lines.push([
        `  ${printable(row.name)}`,
        ...columns.map(({ id }) => cellText(row, id)),
        differenceText(row),
      ]);
  }
  const widths = head.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const printed = lines.map((line) => padded(line, widths, colour));
  return [...(root === '' ? [] : [`${root}/`]), ...printed].join('\n');
}

function padded(line: readonly string[], widths: readonly number[], colour: boolean): string {
  const cells = line.map((cell, at) => (at === line.length - 1 ? cell : cell.padEnd((widths[at] ?? 0) + 2)));
  const last = cells.pop() ?? '';
  return `${cells.join('')}${colour && last !== '' ? `\u001b[33m${last}\u001b[0m` : last}`.trimEnd();
}

function cellText({ cells }: ParityRow, id: string): string {
  const texts = [...new Set((cells.get(id) ?? []).map(({ text }) => printable(text)))];
  const text = texts.length === 0 ? '–' : texts.join(', ');
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}

function differenceText({ difference }: ParityRow): string {
  return difference === undefined ? '' : `≠ ${difference}`;
}
