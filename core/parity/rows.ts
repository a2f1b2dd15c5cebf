import type { App } from '../app';
import type { RoleCommand } from '../formats/commands';
import { masked } from '../values/mask';
import { type Column, columnOf } from './columns';
import { runtimeDrifts, serviceDrifts } from './disagreements';
import { nameOf } from './names';
import { familyOf, runtimesOf, servicesOf, sourcesOf } from './pins';
import type { ParityCell, ParityRow, RowGroup } from './table';

/** A row with the columns it speaks in. */
export interface RowInColumns {
  readonly row: ParityRow;
  readonly columns: readonly Column[];
}

interface Entry {
  readonly name: string;
  readonly column: Column;
  readonly cell: ParityCell;
}

/** Joins statements of one name to rows, in the order in which the names come up. */
export function rowsFrom(
  group: RowGroup,
  entries: readonly Entry[],
  differenceOf: (name: string, columns: readonly Column[]) => string | undefined,
): RowInColumns[] {
  const names = [...new Set(entries.map(({ name }) => name))];
  return names.map((name) => {
    const cells = new Map<string, ParityCell[]>();
    const columns = new Map<string, Column>();
    for (const entry of entries) {
      if (entry.name !== name) continue;
      columns.set(entry.column.id, entry.column);
      const list = cells.get(entry.column.id) ?? [];
      if (!list.some(({ text, path }) => text === entry.cell.text && path === entry.cell.path))
        list.push(entry.cell);
      cells.set(entry.column.id, list);
    }
    const all = [...columns.values()];
    return { row: { group, name, cells, difference: differenceOf(name, all) }, columns: all };
  });
}

/** The format of each file around the code, by its path. */
export function formatsOf(app: App): ReadonlyMap<string, string> {
  return new Map(sourcesOf(app).map(({ source }) => [source.path, source.format]));
}

export function runtimeRows(app: App): RowInColumns[] {
  const formats = formatsOf(app);
  const drifts = new Map(runtimeDrifts(app).map((drift) => [nameOf(drift.of), drift]));
  const entries = runtimesOf(app).flatMap(({ path, fact }): Entry[] => {
    const column = columnOf(path, formats.get(path) ?? '');
    const text =
      fact.for === 'support'
        ? `${fact.version} supported`
        : fact.matrix
          ? `${fact.version} (matrix)`
          : fact.version;
    return column ? [{ name: nameOf(fact.runtime), column, cell: { text, path, range: fact.range } }] : [];
  });
  return rowsFrom('runtime', entries, (name) => (drifts.has(name) ? 'versions differ' : undefined));
}

export function serviceRows(app: App): RowInColumns[] {
  const formats = formatsOf(app);
  const drifts = new Set(serviceDrifts(app).map(({ of }) => nameOf(familyOf(of))));
  const uses = servicesOf(app);
  const kinds = new Map<string, Set<string>>();
  const entries = uses.flatMap(({ path, fact }): Entry[] => {
    const column = columnOf(path, formats.get(path) ?? '');
    if (!column) return [];
    const name = nameOf(familyOf(fact.kind));
    kinds.set(name, (kinds.get(name) ?? new Set()).add(fact.kind));
    const own = fact.kind === familyOf(fact.kind) ? '' : `${nameOf(fact.kind)} `;
    const text = `${own}${fact.version ?? (fact.image.includes(':') ? 'version set elsewhere' : 'no version')}`;
    return [{ name, column, cell: { text, path, range: fact.range } }];
  });
  return rowsFrom('service', entries, (name, columns) => {
    if (drifts.has(name)) return 'versions differ';
    if ((kinds.get(name)?.size ?? 0) > 1) return 'kinds differ';
    return columns.length === 1 && columns[0]?.kind === 'ci' ? 'in CI only' : undefined;
  });
}

/** Process types: those of Procfiles and platforms by name, services of compose that are started by a command. */
export function processRows(app: App): RowInColumns[] {
  const formats = formatsOf(app);
  const isProcfile = new Set(app.procfiles.map(({ path }) => path));
  const backing = new Set(servicesOf(app).map(({ path, fact }) => `${path} ${fact.name}`));
  const entries = app.commands.flatMap((one): Entry[] => {
    const name = backing.has(`${one.path} ${one.place?.name}`) ? undefined : nameOfProcess(one);
    const format = isProcfile.has(one.path) ? 'procfile' : (formats.get(one.path) ?? '');
    const column = name === undefined ? undefined : columnOf(one.path, format);
    if (name === undefined || !column || column.kind === 'ci') return [];
    return [
      {
        name,
        column,
        cell: { text: short(masked(one.command.text)), path: one.path, range: one.command.range },
      },
    ];
  });
  return rowsFrom('process', entries, () => undefined);
}

function nameOfProcess({ role, processType, place }: RoleCommand): string | undefined {
  if (processType !== undefined) return processType;
  if (!place || place.form === 'script' || (role !== 'run' && role !== 'dev')) return undefined;
  if (place.key === 'CMD') return 'web';
  const isMain = /^(?:command|args|ExecStart|startCommand|dockerCommand|cmd)$/.test(place.key);
  return isMain ? place.name : undefined;
}

const LONGEST = 80;

function short(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
