import type { App } from '../../app';
import type { Manifest } from '../../manifest';
import { type Breach, defineRule, notAppCode } from '../../rule';
import { isLocked, lockWanted } from './shared/locking';

/** `.gitignore` lines that keep a lockfile out of the release: its name, or a pattern such as `*.lock`. */
const IGNORED = /^\/?(?:\*\*\/)?([\w.*-]+)[ \t]*$/;

export default defineRule({
  id: 'dependencies/missing-lockfile',
  title: 'No lockfile',
  severity: 'warning',
  message: '{what}, so each deploy may get other versions. Run {command} and commit {file}.',
  skip: notAppCode,
  skipApps: ['library'],
  appFiles: (path, app) => {
    if (!app.complete) return [];
    if (/(?:^|\/)\.gitignore$/.test(path)) return ignored(path, app);
    const manifest = app.manifests.find((one) => one.path === path);
    return manifest ? missing(manifest, app) : [];
  },
});

function missing(manifest: Manifest, app: App): Breach[] {
  const wanted = needed(manifest, app);
  const [first] = manifest.dependencies;
  if (!wanted || !first || ignoreLine(manifest, app)) return [];
  const { file, command } = wanted;
  return [
    {
      range: first.nameRange,
      words: { what: 'No lockfile pins what is declared here', command, file },
      ...severityOf(manifest),
    },
  ];
}

/** Where all that is declared is for development, a deploy gets none of it, unless its build needs it. */
function severityOf({ dependencies }: Manifest): Pick<Breach, 'severity'> {
  return dependencies.some(({ kind }) => kind === 'runtime') ? {} : { severity: 'information' };
}

/** Told once, at the line that must go. */
function ignored(path: string, app: App): Breach[] {
  return app.manifests.flatMap((manifest): Breach[] => {
    const wanted = needed(manifest, app);
    const line = ignoreLine(manifest, app);
    if (!wanted || line?.path !== path) return [];
    const { command } = wanted;
    const { name, start } = line;
    const file = name.includes('*') ? wanted.file : name;
    return [
      {
        range: { start, end: start + name.length },
        words: { what: `Git ignores the lockfile of ${manifest.path}`, command, file },
        ...severityOf(manifest),
      },
    ];
  });
}

function needed(manifest: Manifest, app: App): ReturnType<typeof lockWanted> {
  const wanted = lockWanted(manifest, app);
  const declares = manifest.dependencies.some(({ kind }) => kind === 'runtime' || kind === 'dev');
  if (!wanted || !declares || manifest.problem !== undefined || isLocked(manifest, app)) return undefined;
  if (isForOthers(manifest, app)) return undefined;
  const exact =
    manifest.ecosystem === 'pypi' && manifest.dependencies.every(({ version }) => version?.includes('=='));
  if (exact) return undefined;
  // Where requirements lists are there too, they are what is installed.
  const lists = app.manifests.some(({ format }) => format === 'requirements-txt');
  return manifest.format === 'pyproject-toml' && lists ? undefined : wanted;
}

/** A library by its own manifest, in a unit that holds apps too: who uses it pins what it needs. */
function isForOthers({ path, format, traits }: Manifest, app: App): boolean {
  if (format === 'composer-json') return traits.has('published') && !traits.has('command');
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const has = (name: string): boolean => app.tree.paths.has(folder + name);
  return format === 'cargo-toml' && has('src/lib.rs') && !has('src/main.rs') && !traits.has('command');
}

function ignoreLine(
  manifest: Manifest,
  app: App,
): { readonly path: string; readonly name: string; readonly start: number } | undefined {
  const names = new Set(lockWanted(manifest, app)?.names);
  const folder = manifest.path.slice(0, manifest.path.lastIndexOf('/') + 1);
  for (const path of new Set([`${folder}.gitignore`, '.gitignore'])) {
    const text = app.tree.appFiles.get(path)?.text ?? '';
    let start = 0;
    for (const line of text.split('\n')) {
      const name = IGNORED.exec(line.replace(/\r$/, ''))?.[1];
      if (name !== undefined && [...names].some((one) => isNamed(one, name)))
        return { path, name, start: start + line.indexOf(name) };
      start += line.length + 1;
    }
  }
  return undefined;
}

function isNamed(file: string, pattern: string): boolean {
  const [before = '', after, ...more] = pattern.split('*');
  if (after === undefined) return file === pattern;
  const isLong = file.length >= before.length + after.length && before.length + after.length > 3;
  return more.length === 0 && isLong && file.startsWith(before) && file.endsWith(after);
}
