import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { type MissingPackage, missingPackages } from '../core/dependencies/missing';
import type { Manifest, ManifestFormat, PackagePlace } from '../core/manifest';
import formats from '../core/manifests/index.generated';
import { lockedVersion } from '../core/rules/02-dependencies/shared/locking';
import type { LineIndex } from '../core/text';
import { toRange } from './convert';
import { installedVersion } from './installed';
import type { OpenDocument } from './open-document';
import type { Session } from './session';

/** In a manifest, where the name of a package is typed: the packages that code imports and nothing declares. */
export async function packageCompletions(
  session: Session,
  document: OpenDocument,
  offset: number,
  lines: LineIndex,
): Promise<CompletionItem[]> {
  const { path, text, app } = document;
  const format = formats.find((one) => one.matches(path));
  const place = format?.placeAt?.(path, text, offset);
  const manifest = format && place && withoutTyped(document, format, place);
  if (!manifest) return [];
  const items: CompletionItem[] = [];
  for (const one of missingPackages(manifest, app)) {
    const version =
      lockedVersion(one.name, manifest, app) ??
      (await installedVersion(session, document, manifest.ecosystem, one.name));
    items.push(toItem(one, version, place, toRange(place.range, lines), text));
  }
  return items;
}

/** The manifest as it would be without the name that is being typed, which may have made it unreadable. */
function withoutTyped(
  { path, text }: OpenDocument,
  format: ManifestFormat,
  { range }: PackagePlace,
): Manifest | undefined {
  const manifest = format.parse(path, text.slice(0, range.start) + text.slice(range.end));
  const isUnknown = manifest.problem !== undefined && manifest.dependencies.length === 0;
  return isUnknown ? undefined : { ...manifest, problem: undefined };
}

function toItem(
  { name, files, isDev }: MissingPackage,
  version: string | undefined,
  place: PackagePlace,
  range: ReturnType<typeof toRange>,
  text: string,
): CompletionItem {
  const isItsKind = isDev === (place.kind === 'dev');
  const [first] = files;
  const where = files.length === 1 ? String(first) : `${files.length} files`;
  return {
    label: name,
    ...(version === undefined ? {} : { labelDetails: { description: version } }),
    kind: CompletionItemKind.Module,
    detail: `Imported in ${where}, not declared`,
    // Before what a registry offers by the same letters.
    sortText: `${isItsKind ? '00' : '01'}${name}`,
    filterText:
      text.charAt(at(place)) === '"' ? `"${name}"` : text.charAt(at(place)) === "'" ? `'${name}'` : name,
    textEdit: { range, newText: place.entry(name, version) },
  };
}

function at({ range }: PackagePlace): number {
  return range.start;
}
