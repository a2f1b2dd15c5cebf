import type { App } from '../app';
import type { Range } from '../text';
import type { Column } from './columns';
import { envRows } from './env-rows';
import { processRows, runtimeRows, serviceRows } from './rows';

/** One statement of one file about one row of the table. */
export interface ParityCell {
  /** Never a value of a variable. */
  readonly text: string;
  readonly path: string;
  readonly range: Range;
}

export type RowGroup = 'runtime' | 'service' | 'process' | 'env';

/** What all places say of one runtime, backing service, process type or variable. */
export interface ParityRow {
  readonly group: RowGroup;
  readonly name: string;
  /** By the column's id; a column that says nothing has none. */
  readonly cells: ReadonlyMap<string, readonly ParityCell[]>;
  /** In words what differs between the columns; undefined where they agree. */
  readonly difference: string | undefined;
}

/** An app side by side with itself: on a developer's machine, in CI, in compose and in each deploy. */
export interface ParityTable {
  readonly root: string;
  readonly columns: readonly Column[];
  readonly rows: readonly ParityRow[];
}

/** Compares what the files of an app, and of the folders above it, say of its environments. */
export function parityOf(app: App): ParityTable {
  const all = [...runtimeRows(app), ...serviceRows(app), ...processRows(app), ...envRows(app)];
  // What only the folders above say is told where it is theirs.
  const rows = all.filter(
    ({ row }) => app.root === '' || cellsOf(row).some(({ path }) => path.startsWith(`${app.root}/`)),
  );
  const used = new Map<string, Column>();
  for (const { columns } of rows) for (const column of columns) used.set(column.id, column);
  const columns = [...used.values()].sort((a, b) => a.rank - b.rank || (a.title < b.title ? -1 : 1));
  return { root: app.root, columns, rows: rows.map(({ row }) => row) };
}

function cellsOf({ cells }: ParityRow): ParityCell[] {
  return [...cells.values()].flat();
}
