import type { App } from '../../../app';
import type { Family } from '../../../language';
import type { Dependency, Ecosystem, Manifest } from '../../../manifest';
import { candidates } from '../../../manifests/shared/python-imports';

/** The languages whose imports tell their packages. */
const FAMILIES: Partial<Record<Ecosystem, Family>> = { npm: 'javascript', pypi: 'python', go: 'go' };

/** Packages that are there to be found, run or loaded by their names. */
const BY_NAME =
  /^@types\/|(?:^|[/-])(?:cli|plugin|preset|loader|config|adapter|driver|theme|polyfill|fonts?|icons?|webpack|babel|eslint|postcss|grunt|gulp|vite|prisma|tailwindcss|typescript)(?:$|-)|^(?:gunicorn|uvicorn|hypercorn|daphne|waitress|granian|celery|flower|honcho|psycopg.*|mysqlclient|pymysql|cx-oracle|asyncpg|aiosqlite|mysql2|pg|pg-hstore|sqlite3|tedious|mariadb|setuptools|wheel|pip|whitenoise|django-.*|.*-stubs|types-.*|tzdata|certifi|greenlet|eventlet|gevent|email-validator|python-multipart|itsdangerous|watchdog|react-dom|bufferutil|utf-8-validate|source-map-support|dotenv|cross-env)$/;

type IsUsed = (dependency: Dependency) => boolean;

/** Whether a package is imported somewhere, or named in a command or a small file of the app; undefined where imports do not tell. */
export function usedPackages(manifest: Manifest, app: App): IsUsed | undefined {
  const family = FAMILIES[manifest.ecosystem];
  const files = [...app.files.values()].filter((one) => one.family === family);
  if (!family || files.length === 0) return undefined;
  const modules = new Set(files.flatMap(({ imports }) => imports));
  const named = textsBeside(manifest, app);
  const isImported = importedBy(manifest.ecosystem, modules);
  return (one) =>
    BY_NAME.test(one.name) ||
    app.tree.packageNames.has(one.name) ||
    isImported(one.name) ||
    named.some((text) => text.includes(one.name));
}

function importedBy(ecosystem: Ecosystem, modules: ReadonlySet<string>): (name: string) => boolean {
  if (ecosystem === 'pypi') {
    const names = new Set([...modules].flatMap((module) => candidates(module)));
    const tops = [...modules].map((module) =>
      (module.split('.')[0] ?? '').toLowerCase().replaceAll('_', '-'),
    );
    return (name) => names.has(name) || tops.some((top) => top !== '' && name.includes(top));
  }
  const list = [...modules];
  return (name) => list.some((module) => module === name || module.startsWith(`${name}/`));
}

/** The small files of the app, and of the folder above, that may name a package; manifests name all of theirs. */
function textsBeside(manifest: Manifest, app: App): string[] {
  const folder = app.root === '' ? '' : `${app.root}/`;
  const files = [...app.tree.appFiles.values()].filter(
    ({ path }) =>
      path.startsWith(folder) && !app.tree.manifests.has(path) && !/\.(?:git|docker)ignore$/.test(path),
  );
  const scripts = app.manifests.flatMap((one) => one.scripts.map(({ command }) => command.text));
  const paths = [...app.tree.paths].filter(
    (path) => path.startsWith(folder) && !path.includes('/', folder.length),
  );
  return [...files.map(({ text }) => text), ...scripts, ...paths, ...manifest.aliases];
}
