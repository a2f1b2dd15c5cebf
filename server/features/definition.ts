import type { DefinitionLink, DefinitionParams, Location } from 'vscode-languageserver';
import { type EnvPlace, nearestFirst } from '../../core/env/graph';
import { LineIndex, type Range } from '../../core/text';
import { namedFiles } from '../command-targets';
import { toRange } from '../convert';
import { type NameAt, nameAt } from '../env-name-at';
import { defineFeature } from '../feature';
import type { OpenDocument } from '../open-document';
import { processTypeAt } from '../process-types';
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
  const ways = named
    ? entriesOf(named)
    : [...typesAt(session, params), ...filesAt(document, lines.offsetAt(params.position))];
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

/** From the formation of an app.json to the Procfile. */
function typesAt(session: Session, params: DefinitionParams): Way[] {
  const type = processTypeAt(session, params);
  if (!type || type.mention.kind === 'definition') return [];
  const { document, mention } = type;
  return document.app.procfiles.flatMap(({ path, file }) => {
    const found = file.processes.find(({ name }) => name === mention.name);
    return found ? [{ from: mention.range, path, to: found.nameRange }] : [];
  });
}

function filesAt(document: OpenDocument, offset: number): Way[] {
  return namedFiles(document)
    .filter(({ range }) => range.start <= offset && offset <= range.end)
    .map(({ range, path, place }) => ({ from: range, path, to: place }));
}

/** All places that set the variable, the nearest first; where none does, those that document it. */
function entriesOf({ document, site }: NameAt): Way[] {
  const known = document.app.variables.get(site.name);
  const places = known?.set.length ? known.set : (known?.documented ?? []);
  return nearestFirst(lastOfEach(ownFirst(places, document)), document.path).map(({ path, mention }) => {
    return { from: site.range, path, to: mention.range };
  });
}

/** What the app itself says, where it says anything. */
function ownFirst(places: readonly EnvPlace[], { folder, app }: OpenDocument): readonly EnvPlace[] {
  const own = places.filter(({ path }) => folder.picture.rootOf(path) === app.root);
  return own.length > 0 ? own : places;
}

/** The last place of each file is the one that counts. */
function lastOfEach(places: readonly EnvPlace[]): EnvPlace[] {
  return [...new Map(places.map((place) => [place.path, place])).values()];
}
