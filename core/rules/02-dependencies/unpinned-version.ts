import type { App } from '../../app';
import type { Dependency, Manifest } from '../../manifest';
import { type Breach, defineRule, type FileEdit, type Fixer, notAppCode } from '../../rule';
import type { TextEdit } from '../../text';
import { isLocked, lockedVersion, lockWanted } from './shared/locking';
import { isOfRepository, isOpen } from './shared/open-version';

export default defineRule({
  id: 'dependencies/unpinned-version',
  title: 'Version that is open',
  severity: 'warning',
  message: '{packages} may be any version, so each install may bring another one. {advice}',
  skip: notAppCode,
  skipApps: ['library'],
  appFiles: (path, app) => {
    const manifest = app.manifests.find((one) => one.path === path);
    return manifest && app.complete ? unpinned(manifest, app) : [];
  },
  fix: (finding, text, app) => pin(finding, text, app),
});

/** Told once for a manifest, at the first such package, with the others as related places. */
function unpinned(manifest: Manifest, app: App): Breach[] {
  if (manifest.problem !== undefined || manifest.ecosystem === 'go') return [];
  const locked = isPinned(manifest, app);
  // Where all is open, the missing lockfile is what there is to tell.
  if (!locked && lockWanted(manifest, app) !== undefined && manifest.ecosystem !== 'npm') return [];
  const open = openIn(manifest, app);
  const [first] = open;
  if (!first || isConstrained(manifest, app) || isPinnedBeside(open, manifest, app)) return [];
  // A branch of a repository is pinned by a commit, whatever version stands in it.
  const version = isOfRepository(first.version ?? '') ? undefined : lockedVersion(first.name, manifest, app);
  return [
    {
      range: first.versionRange ?? first.nameRange,
      words: { packages: named(open), advice: adviceFor(open, version) },
      severity: locked || open.every(({ kind }) => kind === 'dev') ? 'information' : 'warning',
      ...(pinsOf(open, manifest, app) ? { repair: { pin: true } } : {}),
      related: open.slice(1, 21).map(({ name, nameRange }) => ({
        path: manifest.path,
        range: nameRange,
        message: `${name} is open, too`,
      })),
    },
  ];
}

/** Composer does not install its platform, `php` and its extensions; the advisories are meant to move. */
function isApp({ kind, name }: Dependency): boolean {
  return (
    (kind === 'runtime' || kind === 'dev') &&
    !/^(?:php(?:-64bit)?|ext-.*|lib-.*|composer-.*|roave\/security-advisories)$/.test(name)
  );
}

function named(open: readonly Dependency[]): string {
  const [first, second] = open.map(({ name }) => name);
  if (open.length === 1) return first ?? '';
  return open.length === 2 ? `${first} and ${second}` : `${first}, ${second} and ${open.length - 2} more`;
}

function adviceFor(open: readonly Dependency[], version: string | undefined): string {
  if (version !== undefined && open.length === 1) return `Pin it: the lockfile says ${version}.`;
  return open.length === 1
    ? 'Pin it to the version that you tested.'
    : 'Pin them to the versions that you tested.';
}

/** `-c constraints.txt`, or `requirements.txt` written from an `.in` file beside it. */
function isConstrained({ path, format }: Manifest, app: App): boolean {
  if (format !== 'requirements-txt') return false;
  if (path.endsWith('.in')) return app.tree.paths.has(path.replace(/\.in$/, '.txt'));
  return /^[ \t]*(?:-c|--constraint)[ \t=]/m.test(app.tree.appFiles.get(path)?.text ?? '');
}

/** A list of what is wanted, beside the list that pins each of it and is installed. */
function isPinnedBeside(open: readonly Dependency[], { path, format }: Manifest, app: App): boolean {
  if (format !== 'requirements-txt') return false;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return app.manifests.some(
    (other) =>
      other.path !== path &&
      other.format === format &&
      other.path === `${folder}requirements.txt` &&
      open.every(({ name }) =>
        other.dependencies.some((pin) => pin.name === name && /^===?[^*,]+$/.test(pin.version?.trim() ?? '')),
      ),
  );
}

/** Formats that keep the versions of what other manifests declare, and have no lockfile of their own. */
const KEEPERS = new Set(['directory-packages-props', 'gradle-catalog', 'pnpm-workspace']);

function isPinned(manifest: Manifest, app: App): boolean {
  if (!KEEPERS.has(manifest.format)) return isLocked(manifest, app);
  return app.locks.some(({ ecosystem }) => ecosystem === manifest.ecosystem);
}

/** What a manifest says a version of. */
function declaredIn({ format, dependencies, overrides }: Manifest): readonly Dependency[] {
  if (!KEEPERS.has(format)) return dependencies.filter(isApp);
  return [...dependencies, ...overrides.filter(({ section }) => section?.startsWith('catalog'))];
}

/** A package of the same workspace is what stands in the tree, whatever is asked for. */
function isOfWorkspace({ name, version }: Dependency, { ecosystem }: Manifest, { tree }: App): boolean {
  return ecosystem === 'npm' && version === '*' && tree.packageNames.has(name);
}

function openIn(manifest: Manifest, app: App): Dependency[] {
  const locked = isPinned(manifest, app);
  return declaredIn(manifest).filter(
    (one) => !isOfWorkspace(one, manifest, app) && isOpen(one.version, manifest, locked),
  );
}

/** The edits that pin them all; undefined where the lockfile does not know each of them. */
function pinsOf(open: readonly Dependency[], manifest: Manifest, app: App): FileEdit[] | undefined {
  const text = app.tree.appFiles.get(manifest.path)?.text ?? '';
  const edits = open.flatMap((one): FileEdit[] => {
    const version = lockedVersion(one.packageName ?? one.name, manifest, app);
    const edit = version === undefined ? undefined : pinned(one, version, manifest, text);
    return edit ? [{ path: manifest.path, ...edit }] : [];
  });
  return edits.length === open.length ? edits : undefined;
}

/** What names a repository, a folder or another package is no version that a lockfile's could stand for. */
const SOURCE = /[:/@\\]/;

/** A version in the place of what is open, as its format writes an exact one; undefined where none can stand there. */
function pinned(
  { nameRange, version, versionRange }: Dependency,
  exact: string,
  { ecosystem, format }: Manifest,
  text: string,
): TextEdit | undefined {
  if (version !== undefined && SOURCE.test(version)) return undefined;
  const isPython = ecosystem === 'pypi' && (format === 'requirements-txt' || format === 'pipfile');
  const newText = isPython ? `==${exact}` : exact;
  if (versionRange) return { range: versionRange, newText };
  if (format !== 'requirements-txt') return undefined;
  const extras = /^[ \t]*\[[^\]\n]*\]/.exec(text.slice(nameRange.end))?.[0].length ?? 0;
  return { range: { start: nameRange.end + extras, end: nameRange.end + extras }, newText };
}

const pin: Fixer = ({ path, breach }, _text, app) => {
  const manifest = app.manifests.find((one) => one.path === path);
  const edits = manifest && breach.repair?.pin ? pinsOf(openIn(manifest, app), manifest, app) : undefined;
  if (!edits) return [];
  return [{ title: 'Pin to the versions of the lockfile', kind: 'suggestion', edits }];
};
