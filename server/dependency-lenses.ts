import type { CodeLens } from 'vscode-languageserver';
import { type ShowImportsArguments, showImportsCommand } from '../core/protocol';
import { LineIndex } from '../core/text';
import { toRange } from './convert';
import { importersBelow, manifestOf, tellsAbsence } from './dependencies';
import type { OpenDocument } from './open-document';

/** How many files import each package of a manifest; a click shows where. */
export function importLenses(document: OpenDocument): CodeLens[] | null {
  const { folder, uri } = document;
  const manifest = manifestOf(document);
  // While files are still being read the number would go up with each of them.
  if (!manifest || !folder.settings.importLens || !folder.picture.complete) return null;
  const lines = new LineIndex(document.text);
  const importers = importersBelow(folder, manifest);
  return manifest.dependencies.flatMap(({ name, nameRange }): CodeLens[] => {
    const range = toRange(nameRange, lines);
    const files = importers.get(name)?.length ?? 0;
    if (files === 0) {
      return tellsAbsence(folder, manifest)
        ? [{ range, command: { title: 'not imported', command: '' } }]
        : [];
    }
    const argument: ShowImportsArguments = { uri, position: range.start };
    const title = `imported in ${files === 1 ? '1 file' : `${files} files`}`;
    return [{ range, command: { title, command: showImportsCommand, arguments: [argument] } }];
  });
}
