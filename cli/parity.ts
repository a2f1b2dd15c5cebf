import { join, resolve } from 'node:path';
import { Picture } from '../core/facts/picture';
import type { GrammarHost } from '../core/host';
import { Linter } from '../core/linter';
import manifests from '../core/manifests/index.generated';
import { type ParityTable, parityOf } from '../core/parity/table';
import { Grammars } from '../core/syntax/grammars';
import { LineIndex } from '../core/text';
import { mustBeFolder } from './check';
import { indexFolder } from './index-folder';
import { parityText } from './parity-text';
import type { Terminal } from './terminal';

export interface ParityOptions {
  readonly format: 'text' | 'json';
  readonly env: boolean;
}

/** Lines and columns are counted from 1. */
interface CellReport {
  readonly text: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** What `parity --format json` prints for each app. */
export interface ParityReport {
  readonly root: string;
  readonly columns: readonly { readonly id: string; readonly title: string; readonly kind: string }[];
  readonly rows: readonly {
    readonly group: string;
    readonly name: string;
    readonly difference: string | null;
    readonly cells: Readonly<Record<string, readonly CellReport[]>>;
  }[];
}

/**
 * Prints what the environments of each app in a folder are made of, side by side.
 * @returns the exit code: 1 where runtimes or services differ, else 0.
 * @throws CannotRun where the folder cannot be read.
 */
export function parity(
  folder: string,
  options: ParityOptions,
  grammars: GrammarHost,
  terminal: Terminal,
): 0 | 1 {
  const root = resolve(folder);
  mustBeFolder(root);
  const picture = new Picture(manifests);
  indexFolder(root, new Linter(new Grammars(grammars)), picture);
  const tables = [...picture.roots]
    .sort()
    .map((unit) => parityOf(picture.appOf(join(unit, 'x'))))
    .filter(({ rows }) => rows.some(({ group }) => group !== 'env'));
  const shown = tables.map((table) => (options.env ? table : withoutEnv(table)));
  terminal.out(
    options.format === 'json'
      ? `${JSON.stringify({ apps: shown.map((table) => reportOf(table, picture)) }, undefined, 2)}\n`
      : parityText(shown, terminal.colour, terminal.width),
  );
  return tables.some(({ rows }) =>
    rows.some(({ group, difference }) => group !== 'env' && difference !== undefined),
  )
    ? 1
    : 0;
}

function withoutEnv(table: ParityTable): ParityTable {
  return {
    ...table,
    rows: table.rows.filter(({ group, difference }) => group !== 'env' || difference !== undefined),
  };
}

function reportOf({ root, columns, rows }: ParityTable, picture: Picture): ParityReport {
  const lines = new Map<string, LineIndex>();
  const linesOf = (path: string): LineIndex => {
    const known = lines.get(path) ?? new LineIndex(picture.appFile(path)?.text ?? '');
    lines.set(path, known);
    return known;
  };
  return {
    root: root === '' ? '.' : root,
    columns: columns.map(({ id, title, kind }) => ({ id, title, kind })),
    rows: rows.map(({ group, name, difference, cells }) => ({
      group,
      name,
      difference: difference ?? null,
      cells: Object.fromEntries(
        [...cells].map(([id, list]) => [
          id,
          list.map(({ text, path, range }) => {
            const { line, character } = linesOf(path).positionAt(range.start);
            return { text, path, line: line + 1, column: character + 1 };
          }),
        ]),
      ),
    })),
  };
}
