import type { App } from '../../../app';
import type { Manifest } from '../../../manifest';
import formats from '../../../manifests/index.generated';
import { candidates } from '../../../manifests/shared/python-imports';
import type { FileEdit, Finding } from '../../../rule';
import { lockedVersion } from './locking';

/** Formats whose lockfile makes a bare name as good as an exact version. */
const TAKES_BARE_NAMES = new Set(['gemfile']);

/**
 * The edits that declare a package in a manifest, with the version that a lockfile pins; none where no version is
 * known, since a guess would be an open one.
 */
export function declaration(
  name: string,
  { path, format }: Manifest,
  dev: boolean,
  app: App,
): readonly FileEdit[] | undefined {
  const writer = formats.find(({ id }) => id === format);
  const text = app.tree.appFiles.get(path)?.text;
  const manifest = app.tree.manifests.get(path);
  if (!writer || text === undefined || !manifest) return undefined;
  const version = lockedVersion(name, manifest, app);
  if (version === undefined && !TAKES_BARE_NAMES.has(format)) return undefined;
  const wanted = TAKES_BARE_NAMES.has(format) ? undefined : version;
  const edits = writer.declare(text, name, wanted, dev ? 'dev' : 'runtime');
  return edits?.map(({ range, newText }) => ({ path, range, newText }));
}

/** What a finding wants declared: the name under which it is, and the manifest. */
export function packageToDeclare(
  { breach }: Finding,
  app: App,
): { readonly name: string; readonly manifest: Manifest } | undefined {
  const { package: found, manifest: path } = breach.repair ?? {};
  const manifest = typeof path === 'string' ? app.tree.manifests.get(path) : undefined;
  return typeof found === 'string' && manifest
    ? { name: declaredName(found, manifest, app), manifest }
    : undefined;
}

/** The name under which a package is declared: that of the distribution in Python, of the module in Go. */
function declaredName(found: string, { ecosystem }: Manifest, app: App): string {
  if (ecosystem === 'pypi') return candidates(found)[0] ?? found;
  if (ecosystem !== 'go') return found;
  const modules = app.locks
    .filter((lock) => lock.ecosystem === 'go')
    .flatMap(({ versions }) => [...versions.keys()]);
  const holds = modules.filter((module) => found === module || found.startsWith(`${module}/`));
  return holds.sort((a, b) => b.length - a.length)[0] ?? found;
}
