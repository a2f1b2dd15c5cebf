import type { App, FileSummary } from '../app';
import { closureOf } from './closure';
import { entryPointsOf } from './entry-points';

const known = new WeakMap<App, readonly string[]>();

/**
 * Programs of an app that take jobs out of a queue and that no process of it starts: files that nothing imports, that
 * export nothing, and that load what works the jobs. A file that exports may be loaded by its folder.
 */
export function idleConsumers(app: App): readonly string[] {
  const before = known.get(app);
  if (before) return before;
  const found = find(app);
  known.set(app, found);
  return found;
}

function find(app: App): string[] {
  const ours = [...app.files.values()].filter((file) => file.class === 'app');
  const working = ours.filter(({ traits }) => traits.includes('works-jobs')).map(({ path }) => path);
  if (working.length === 0) return [];
  const started = new Set(
    entryPointsOf(app).flatMap(({ files }) => files.flatMap((path) => [...closureOf(path, app)])),
  );
  const idle = working.filter((path) => !started.has(path));
  if (idle.length === 0) return [];
  return programs(ours, app).filter((path) => {
    const loaded = closureOf(path, app);
    return idle.some((one) => loaded.has(one));
  });
}

/** Files that nothing else of the app loads and that give nothing away. */
function programs(files: readonly FileSummary[], app: App): string[] {
  const silent = files.filter(({ traits }) => !traits.includes('exports')).map(({ path }) => path);
  const loaded = new Set(
    files.flatMap(({ path }) => [...closureOf(path, app)].filter((other) => other !== path)),
  );
  return silent.filter((path) => !loaded.has(path));
}
