import type { App } from '../../../app';
import type { Lock } from '../../../lockfile';
import type { Dependency, Manifest } from '../../../manifest';
import { folderOf } from '../../../manifests/shared/paths';
import { agree } from '../../../parity/version';
import type { Range } from '../../../text';
import type { LockPlace } from './lock-of';

/** One thing that a manifest says and its lockfile does not. */
export interface Mismatch {
  readonly range: Range;
  readonly what: string;
}

/** A plain range; what names a tag, a folder, a repository or a workspace is not compared. */
const RANGE = /^[\d\s^~<>=!.*xX|,vV-]+$/;

export function mismatches(manifest: Manifest, place: LockPlace, app: App): Mismatch[] {
  const { lock, member } = place;
  const wanted = lock.wanted?.get(member);
  // A lockfile that knows its members and not this one is of another project.
  if (lock.wanted ? !wanted : !saysAnything(lock) || !isMember(member, lock, app)) return [];
  const fixed = new Set(manifestsAlong(app).flatMap(({ overrides }) => overrides.map(({ name }) => name)));
  return manifest.dependencies.flatMap((dependency): Mismatch[] => {
    const { name, nameRange, versionRange } = dependency;
    if (!isLockable(dependency, manifest, lock) || fixed.has(name)) return [];
    if (app.tree.packageNames.has(name) && manifest.ecosystem === 'npm') return [];
    const missing = isMissing(dependency, lock, wanted);
    if (missing) return [{ range: nameRange, what: `it does not hold ${name}` }];
    const what = otherVersion(dependency, lock, wanted);
    return what === undefined ? [] : [{ range: versionRange ?? nameRange, what }];
  });
}

function saysAnything({ versions, answers }: Lock): boolean {
  return versions.size > 0 || (answers?.size ?? 0) > 0;
}

/** Formats that do not tell their members: those that the manifest beside the lockfile lists. */
function isMember(member: string, { path }: Lock, app: App): boolean {
  if (member === '') return true;
  return manifestsAlong(app).some(
    (manifest) =>
      folderOf(manifest.path) === folderOf(path) &&
      manifest.workspaces.some((pattern) => isFolderOf(pattern, member)),
  );
}

/** `packages/*`, `apps/**`, `./api`. */
function isFolderOf(pattern: string, folder: string): boolean {
  const wanted = pattern.replace(/^\.\//, '').replace(/\/$/, '').split('/');
  const parts = folder.split('/');
  if (wanted.at(-1) === '**') return wanted.slice(0, -1).every((one, index) => one === parts[index]);
  return wanted.length === parts.length && wanted.every((one, index) => one === '*' || one === parts[index]);
}

function manifestsAlong(app: App): readonly Manifest[] {
  return [...app.manifests, ...app.manifestsAbove];
}

/** Whether a lockfile of the manager pins what is declared so. */
function isLockable(
  { name, kind, version, section, conditional }: Dependency,
  manifest: Manifest,
  { manager }: Lock,
): boolean {
  if (kind === 'peer' || conditional || name === manifest.name) return false;
  switch (manager) {
    case 'composer':
      // The platform, and names that stand for whatever does the work.
      return name.includes('/') && !/-implementation$/.test(name) && kind !== 'optional';
    case 'poetry':
    case 'pdm':
      return kind === 'runtime' && !version?.trim().startsWith('@');
    case 'uv':
      return kind !== 'optional' && section !== 'build-system.requires' && !section?.includes('hatch');
    case 'pipenv':
      return kind !== 'optional' && version !== undefined;
    case 'bundle':
    case 'cargo':
      return true;
    case 'go':
      return kind === 'runtime';
    default:
      return kind !== 'optional' || manager !== 'npm';
  }
}

function isMissing(
  { name, packageName, version }: Dependency,
  lock: Lock,
  wanted: ReadonlyMap<string, string> | undefined,
): boolean {
  if (wanted) return !wanted.has(name);
  // What is taken from a folder of the workspace is not listed by every version of Yarn.
  if (lock.answers && (version === undefined || !RANGE.test(version))) return false;
  const known = lock.answers ? name : (packageName ?? name);
  return !lock.versions.has(known) && lock.provides?.has(known) !== true;
}

/** What a lockfile says of a package's version where the manifest says another; undefined where they agree. */
function otherVersion(
  { name, packageName, version }: Dependency,
  lock: Lock,
  wanted: ReadonlyMap<string, string> | undefined,
): string | undefined {
  const range = version?.trim();
  if (range === undefined || !RANGE.test(range)) return undefined;
  if (lock.manager === 'pnpm') {
    const asked = wanted?.get(name);
    return asked !== undefined && RANGE.test(asked) && asked !== range
      ? `it was written when ${asked} was declared`
      : undefined;
  }
  if (lock.answers) {
    return lock.answers.has(`${name}@${range}`)
      ? undefined
      : `it was written before ${name} was declared as ${range}`;
  }
  const pinned = lock.versions.get(packageName ?? name) ?? [];
  if (lock.manager === 'go') return goVersion(range, pinned);
  const allowed = asNpmSays(range, lock);
  if (pinned.length === 0 || pinned.some((one) => !/^\d/.test(one) || agree(allowed, one))) return undefined;
  return `it pins ${name} ${pinned.join(' and ')}, which ${range} does not allow`;
}

/** Cargo's bare `1.2` is a caret's; Composer's `~1.2` lets the second number rise, as Ruby's `~>` does. */
function asNpmSays(range: string, { manager }: Lock): string {
  if (manager === 'cargo') return range.replace(/(^|,)\s*(?=\d)/g, '$1^');
  return manager === 'composer' ? range.replace(/~(?!>)/g, '~>') : range;
}

function goVersion(version: string, pinned: readonly string[]): string | undefined {
  return pinned.includes(version) ? undefined : `it has no hash of version ${version}`;
}
