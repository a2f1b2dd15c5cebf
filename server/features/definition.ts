import type { DefinitionLink, DefinitionParams, Location } from 'vscode-languageserver';
import type { App } from '../../core/app';
import { nearestEnvFile } from '../../core/env/cascade';
import { LineIndex, type Range } from '../../core/text';
import { namedFiles } from '../command-targets';
import { toRange } from '../convert';
import { type NameAt, nameAt } from '../env-name-at';
import { defineFeature } from '../feature';
import type { OpenDocument } from '../open-document';
import type { Session } from '../session';
import { uriOf } from '../uri';

/** From a variable to where it is set, else documented; from a Procfile's command to what it names. */
export default defineFeature({
  capabilities: { definitionProvider: true },
  register({ connection, session, handler }) {
    connection.onDefinition(handler('definition', null, (params) => define(session, params)));
  },
});

/** From where to where; `path` is below the document's folder. */
interface Way {
  readonly from: Range;
  readonly path: string;
  readonly to: Range;
}

function define(session: Session, params: DefinitionParams): DefinitionLink[] | Location[] | null {
  const document = session.documents.get(params.textDocument.uri);
  if (!document?.isJudged) return null;
  const lines = new LineIndex(document.text);
  const named = nameAt(session, params);
  const ways = named ? entriesOf(named) : filesAt(document, lines.offsetAt(params.position));
  const links = ways.map(({ from, path, to }): DefinitionLink => {
    const text = document.folder.picture.appFile(path)?.text ?? '';
    const range = toRange(to, new LineIndex(text));
    return {
      originSelectionRange: toRange(from, lines),
      targetUri: uriOf(document.folder.uri, path),
      targetRange: range,
      targetSelectionRange: range,
    };
  });
  if (links.length === 0) return null;
  if (session.client.textDocument?.definition?.linkSupport) return links;
  return links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
}

function filesAt(document: OpenDocument, offset: number): Way[] {
  return namedFiles(document)
    .filter(({ range }) => range.start <= offset && offset <= range.end)
    .map(({ range, path, place }) => ({ from: range, path, to: place }));
}

/** All entries that set the variable, the nearest first; those above the app count where it has none, then examples. */
function entriesOf({ document, site }: NameAt): Way[] {
  const { env, envAbove } = document.app;
  for (const examples of [false, true]) {
    for (const sources of [env, envAbove]) {
      const found = entriesIn(sources, site.name, examples);
      const nearest = nearestEnvFile(
        found.map(({ path }) => path),
        document.path,
      );
      found.sort((a, b) => Number(b.path === nearest) - Number(a.path === nearest));
      if (found.length > 0) return found.map(({ path, to }) => ({ from: site.range, path, to }));
    }
  }
  return [];
}

/** The last entry of each file is the one that counts. */
function entriesIn(sources: App['env'], name: string, examples: boolean): Omit<Way, 'from'>[] {
  return sources.flatMap(({ path, file, example }) => {
    const entry = file.entries.findLast((one) => one.name === name);
    return entry && example === examples ? [{ path, to: entry.nameRange }] : [];
  });
}
