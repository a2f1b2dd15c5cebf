import type { ParityRow, ParityTable, RowGroup } from '../core/parity/table';
import { printable } from './text-format';

const TITLES: Readonly<Record<RowGroup, string>> = {
  runtime: 'Runtime',
  service: 'Backing services',
  process: 'Process types',
  env: 'Environment variables',
};
const GROUPS: readonly RowGroup[] = ['runtime', 'service', 'process', 'env'];
/** Characters of a cell, and of one in a table that is too wide for its terminal. */
const WIDEST = 28;
const NARROW = 16;
/** Between two columns. */
const GAP = 2;

type Columns = ParityTable['columns'];

interface Line {
  readonly cells: readonly string[];
  /** In words. */
  readonly difference: string;
}

/**
 * The tables for people: a line a row, a column a place, and in words what differs. One that is wider than `width`
 * characters is told in several, each with some of the places.
 */
export function parityText(
  tables: readonly ParityTable[],
  colour: boolean,
  width = Number.POSITIVE_INFINITY,
): string {
  if (tables.length === 0) return 'Nothing to compare: no file here says what the app runs on.\n';
  return `${tables.map((table) => tableText(table, colour, width)).join('\n\n')}\n`;
}

function tableText(table: ParityTable, colour: boolean, width: number): string {
  const { root, columns } = table;
  const whole = linesOf(table, columns, WIDEST);
  const isWide = Math.max(...printed(whole, false, false).map(({ length }) => length)) > width;
  const parts = isWide
    ? partsOf(table, width).map((some) => printed(linesOf(table, some, NARROW), colour, true))
    : [printed(whole, colour, false)];
  const head = root === '' ? [] : [`${root}/`];
  return [...head, parts.map((lines) => lines.join('\n')).join('\n\n')].join('\n');
}

/** As many columns together as fit. */
function partsOf(table: ParityTable, width: number): Columns[] {
  const parts: Columns[number][][] = [];
  for (const column of table.columns) {
    const part = parts.at(-1);
    const widths = widthsOf(linesOf(table, [...(part ?? []), column], NARROW));
    const whole = widths.reduce((sum, one) => sum + one + GAP, -GAP);
    if (part && whole <= width) part.push(column);
    else parts.push([column]);
  }
  return parts;
}

/** Rows that say nothing of these columns are left out. */
function linesOf({ rows }: ParityTable, columns: Columns, widest: number): Line[] {
  const lines: Line[] = [{ cells: ['', ...columns.map(({ title }) => cut(title, widest))], difference: '' }];
  for (const group of GROUPS) {
    const own = rows.filter((row) => row.group === group && columns.some(({ id }) => row.cells.has(id)));
    if (own.length > 0) lines.push({ cells: [TITLES[group]], difference: '' });
    for (const row of own)
      lines.push({
        cells: [
          cut(`  ${printable(row.name)}`, WIDEST),
          ...columns.map(({ id }) => cut(cellText(row, id), widest)),
        ],
        difference: row.difference === undefined ? '' : `≠ ${row.difference}`,
      });
  }
  return lines;
}

function widthsOf(lines: readonly Line[]): number[] {
  const count = Math.max(...lines.map(({ cells }) => cells.length));
  return Array.from({ length: count }, (_, at) =>
    // The name of a group may reach over the first cells, which it has none of.
    Math.max(...lines.map(({ cells }) => (cells.length === 1 && count > 1 ? 0 : (cells[at]?.length ?? 0)))),
  );
}

/** What differs stands at a line's end, or in a line of its own. */
function printed(lines: readonly Line[], colour: boolean, below: boolean): string[] {
  const widths = widthsOf(lines);
  return lines.flatMap(({ cells, difference }) => {
    const padded = cells.map((cell, at) => cell.padEnd((widths[at] ?? 0) + GAP)).join('');
    if (difference === '') return [padded.trimEnd()];
    const told = colour ? `\u001b[33m${difference}\u001b[0m` : difference;
    return below ? [padded.trimEnd(), `    ${told}`] : [padded + told];
  });
}

function cellText({ cells }: ParityRow, id: string): string {
  const texts = [...new Set((cells.get(id) ?? []).map(({ text }) => printable(text)))];
  return texts.length === 0 ? '–' : texts.join(', ');
}

function cut(text: string, widest: number): string {
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}
