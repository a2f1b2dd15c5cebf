import type { App } from '../app';
import type { EnvPlace } from '../env/graph';
import { isEnvFile, isExampleEnvFile } from '../facts/app-files';
import { type Column, columnOf } from './columns';
import { sourcesOf } from './pins';
import { formatsOf, type RowInColumns, rowsFrom } from './rows';
import type { ParityCell } from './table';

/** What platforms and their add-ons set by themselves. */
const GIVEN =
  /^(?:PORT|HOST|DATABASE_URL|REDIS_URL|NODE_ENV|RAILS_ENV|RACK_ENV|CI|HOME|PATH|DEBUG|LOG_LEVEL)$/;

/** The variables of the app: which it reads, and where each is set or documented. Values are never looked at. */
export function envRows(app: App): RowInColumns[] {
  const formats = formatsOf(app);
  const required = new Set<string>();
  const entries: { name: string; column: Column; cell: ParityCell }[] = [];
  const hasDeploy = setsVariables(app);
  for (const { name, set, documented, readers } of app.variables.variables) {
    if (readers.length === 0 && documented.length === 0) continue;
    if (readers.some((reader) => reader.required)) required.add(name);
    const add = (places: readonly EnvPlace[], text: string): void => {
      for (const { path, mention } of places) {
        const column = isEnvFile(path) ? columnOf(path, 'env') : columnOf(path, formats.get(path) ?? '');
        const isSource = isEnvFile(path) || formats.has(path);
        if (column && isSource)
          entries.push({
            name,
            column,
            cell: { text: isExampleEnvFile(path) ? 'documented' : text, path, range: mention.range },
          });
      }
    };
    add(set, 'set');
    add(documented, 'documented');
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return rowsFrom('env', entries, (name, columns) => {
    const isWanted = columns.some(({ kind }) => kind === 'local' || kind === 'compose');
    const isDeployed = columns.some(({ kind }) => kind === 'deploy');
    const isMissed = required.has(name) && !GIVEN.test(name) && isWanted && !isDeployed;
    return isMissed && hasDeploy ? 'in no deploy' : undefined;
  });
}

/** Whether some deploy of the app has its variables in a file; an image's own are defaults. */
function setsVariables(app: App): boolean {
  return sourcesOf(app).some(({ source: { path, format, facts } }) => {
    const isDeploy = columnOf(path, format)?.kind === 'deploy' && format !== 'dockerfile';
    return isDeploy && facts.env.some(({ does, when }) => does === 'set' && when === 'run');
  });
}
