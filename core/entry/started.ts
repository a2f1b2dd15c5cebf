import type { App } from '../app';
import { closureOf } from './closure';
import { type EntryPoint, entryPointsOf } from './entry-points';
import type { Purpose } from './runners';

/** In these a program's own file loads the others by names that need no path. */
const COMPILED = /\.(?:go|java|kt|cs|rs)$/;

/**
 * The entry points that a file of code belongs to, among those with one of these roles. Without any entry point in
 * sight a program that starts in this very file, or a compiled one of this app, still counts: `implied` says so.
 */
export function startedBy(
  path: string,
  app: App,
  roles: readonly Purpose[],
): { readonly entries: readonly EntryPoint[]; readonly implied: boolean } {
  const all = entryPointsOf(app);
  const lasting = all.filter(({ role }) => role !== 'release');
  const entries = lasting.filter(
    ({ role, files }) => roles.includes(role) && files.some((file) => closureOf(file, app).has(path)),
  );
  if (entries.length > 0 || lasting.some(({ files }) => files.length > 0)) return { entries, implied: false };
  return { entries, implied: isMain(path, app) };
}

function isMain(path: string, app: App): boolean {
  if (app.files.get(path)?.traits.includes('main')) return true;
  return COMPILED.test(path) && mainEndings(app).has(path.slice(path.lastIndexOf('.')));
}

/** The endings of the files in which a program of the app starts; worked out once for each app. */
function mainEndings(app: App): ReadonlySet<string> {
  const found =
    endings.get(app) ??
    new Set(
      [...app.files.values()]
        .filter((file) => file.class === 'app' && file.traits.includes('main'))
        .map(({ path }) => path.slice(path.lastIndexOf('.'))),
    );
  endings.set(app, found);
  return found;
}

const endings = new WeakMap<App, ReadonlySet<string>>();

/** Whether a file is part of what the app's web, worker or other lasting processes start. */
export function isStarted(
  path: string,
  app: App,
  roles: readonly Purpose[] = ['web', 'worker', 'clock', 'other'],
): boolean {
  const { entries, implied } = startedBy(path, app, roles);
  return entries.length > 0 || implied;
}
