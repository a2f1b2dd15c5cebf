import type { Lock } from '../core/lockfile';
import { type DependencyAt, importersBelow, tellsAbsence } from './dependencies';
import { linkTo } from './markdown';
import type { OpenDocument } from './open-document';
import { uriOf } from './uri';

const MOST_FILES = 8;
const MOST_VERSIONS = 4;

/** Where a package is imported and what the lockfiles pin; undefined where neither is known. */
export function describeDependency(
  document: OpenDocument,
  { manifest, dependency: { name } }: DependencyAt,
): string | undefined {
  const { folder, app } = document;
  const files = importersBelow(folder, manifest).get(name) ?? [];
  const link = (path: string): string => linkTo(path, uriOf(folder.uri, path), undefined);
  const shown = files.slice(0, MOST_FILES).map((path) => `- ${link(path)}`);
  const more = files.length - shown.length;
  const lines: string[] = [];
  if (files.length > 0) {
    lines.push(`Imported in ${files.length === 1 ? 'one file' : `${files.length} files`}:`, '', ...shown);
    if (more > 0) lines.push(`- and ${more} more`);
  } else if (tellsAbsence(folder, manifest)) lines.push('Not imported in any file');
  const pins = app.locks
    .filter(({ ecosystem }) => ecosystem === manifest.ecosystem)
    .flatMap((lock) => pinned(lock, name, link));
  if (pins.length > 0 && lines.length > 0) lines.push('');
  lines.push(...pins);
  return lines.length === 0 ? undefined : lines.join('\n');
}

function pinned(lock: Lock, name: string, link: (path: string) => string): string[] {
  const versions = lock.versions.get(name) ?? [];
  if (versions.length === 0) return [];
  const shown = versions.slice(0, MOST_VERSIONS).map((version) => `\`${version}\``);
  const more = versions.length - shown.length;
  return [`Pinned by ${link(lock.path)}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
}
