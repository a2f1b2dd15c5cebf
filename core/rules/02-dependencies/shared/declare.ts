import type { App } from '../../../app';
import type { Manifest } from '../../../manifest';
import formats from '../../../manifests/index.generated';
import type { FileEdit } from '../../../rule';
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
