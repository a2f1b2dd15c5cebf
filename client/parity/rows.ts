import type { ParityApp, ParityCellItem, ParityResult, ParityRowItem } from '../../core/protocol';

/** A row of the Parity view, as the editor draws it. */
export interface ParityRow {
  /** The same from one answer of the server to the next. */
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly icon: 'group' | 'differs' | 'agrees' | 'single' | 'cell' | 'missing';
  readonly expanded: boolean;
  readonly children: readonly ParityRow[];
  /** Where a click goes. */
  readonly target?: ParityCellItem;
}

const TITLES: Readonly<Record<ParityRowItem['group'], string>> = {
  runtime: 'Runtime',
  service: 'Backing services',
  process: 'Process types',
  env: 'Environment variables',
};
const GROUPS: readonly ParityRowItem['group'][] = ['runtime', 'service', 'process', 'env'];

/** Of so many missing variables the list is opened by itself. */
const MOST_SHOWN = 5;

/** Groups of rows; above them the apps where there are several. */
export function parityRows({ apps }: ParityResult): ParityRow[] {
  const [only] = apps;
  if (only && apps.length === 1) return groupsOf(only);
  return apps.map((app, index) => {
    const children = groupsOf(app);
    const count = app.rows.filter(({ difference }) => difference !== null).length;
    return {
      key: app.name,
      label: app.name,
      description: differences(count),
      tooltip: app.name,
      spoken: `${app.name}, ${differences(count)}`,
      icon: 'group',
      expanded: index === 0 || count > 0,
      children,
    };
  });
}

/** How many rows differ, of all apps. */
export function differenceCount({ apps }: ParityResult): number {
  return apps.reduce((sum, { rows }) => sum + rows.filter(({ difference }) => difference !== null).length, 0);
}

export function differences(count: number): string {
  return count === 0 ? 'no differences' : count === 1 ? '1 difference' : `${count} differences`;
}

function groupsOf(app: ParityApp): ParityRow[] {
  return GROUPS.flatMap((group) => {
    const rows = app.rows.filter((row) => row.group === group);
    if (rows.length === 0) return [];
    const count = rows.filter(({ difference }) => difference !== null).length;
    return [
      {
        key: `${app.name}#${group}`,
        label: TITLES[group],
        description: differences(count),
        tooltip: TITLES[group],
        spoken: `${TITLES[group]}, ${differences(count)}`,
        icon: 'group',
        expanded: group !== 'env' || (count > 0 && count <= MOST_SHOWN),
        children: sorted(rows).map((row) => rowOf(row, app)),
      },
    ];
  });
}

/** What differs comes first. */
function sorted(rows: readonly ParityRowItem[]): ParityRowItem[] {
  return [...rows].sort((a, b) => Number(b.difference !== null) - Number(a.difference !== null));
}

function rowOf(row: ParityRowItem, app: ParityApp): ParityRow {
  const key = `${app.name}#${row.group}#${row.name}`;
  const columns = new Set(row.cells.map(({ column }) => column));
  const summary = app.columns
    .filter(({ id }) => columns.has(id))
    .map(({ id, title }) => `${title} ${textsOf(row, id)}`)
    .join(' · ');
  const description = row.difference === null ? summary : `≠ ${row.difference}: ${summary}`;
  return {
    key,
    label: row.name,
    description,
    tooltip: `${row.name}\n${summary.replaceAll(' · ', '\n')}`,
    spoken: `${row.name}, ${row.difference ?? 'no difference'}, ${summary}`,
    icon: row.difference !== null ? 'differs' : columns.size > 1 ? 'agrees' : 'single',
    expanded: row.difference !== null,
    children: app.columns.flatMap((column) => cellsOf(row, column, key)),
  };
}

function textsOf({ cells }: ParityRowItem, id: string): string {
  return [...new Set(cells.filter(({ column }) => column === id).map(({ text }) => text))].join(', ');
}

/** One row for each statement of a place, and one that says so where a place that should say something does not. */
function cellsOf(
  row: ParityRowItem,
  { id, title, kind }: ParityApp['columns'][number],
  key: string,
): ParityRow[] {
  const cells = row.cells.filter(({ column }) => column === id);
  const isMissed = row.group === 'env' && row.difference !== null && kind === 'deploy';
  if (cells.length === 0 && isMissed) {
    return [leaf(`${key}#${id}`, title, 'not set', 'missing', `${title} does not set ${row.name}`)];
  }
  return cells.map((cell, index) => ({
    ...leaf(
      `${key}#${id}#${index}`,
      title,
      `${cell.text} — ${placeOf(cell)}`,
      'cell',
      `${title}: ${cell.text}, ${placeOf(cell)}`,
    ),
    target: cell,
  }));
}

function placeOf({ path, range }: ParityCellItem): string {
  return `${path}:${range.start.line + 1}`;
}

function leaf(
  key: string,
  label: string,
  description: string,
  icon: 'cell' | 'missing',
  spoken: string,
): ParityRow {
  return { key, label, description, tooltip: spoken, spoken, icon, expanded: false, children: [] };
}
