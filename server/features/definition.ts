import type { DefinitionLink, DefinitionParams, Location } from 'vscode-languageserver';
import { type EnvPlace, nearestFirst } from '../../core/env/graph';
import { LineIndex, type Range } from '../../core/text';
import { namedFiles } from '../command-targets';
import { toRange } from '../convert';
import { importAt } from '../dependency-imports';
import { type NameAt, nameAt } from '../env-name-at';
import { defineFeature } from '../feature';
import { isInstalled } from '../installed';
import type { OpenDocument } from '../open-document';
import { processTypeAt } from '../process-types';
import { codeSelector as code } from '../scoped';
import type { Session } from '../session';
import { uriOf } from '../uri';

/**
 * From a variable to where it is set, else documented; from a Procfile's command to what it names; from an import to
 * the manifest that declares its package, as long as no installed copy tells other extensions more. Where one does,
 * “Go to Declaration” leads to the manifest.
 */
export default defineFeature({
  capabilities: { definitionProvider: true },
  scoped: [
    {
      method: 'textDocument/declaration',
      selector: code,
      capability: {},
      isDynamic: ({ textDocument }) => textDocument?.declaration?.dynamicRegistration,
    },
  ],
  register({ connection, session, handler }) {
    connection.onDefinition(handler('definition', null, (params) => define(session, params)));
    connection.onDeclaration(handler('declaration', null, (params) => declare(session, params)));
  },
});

/** From where to where; `path` is below the document's folder. */
interface Way {
  readonly from: Range;
  readonly path: string;
  readonly to: Range;
}

async function define(
  session: Session,
  params: DefinitionParams,
): Promise<DefinitionLink[] | Location[] | null> {
  const document = session.documents.get(params.textDocument.uri);
  if (!document?.isJudged) return null;
  const lines = new LineIndex(document.text);
  const named = nameAt(session, params);
  const offset = lines.offsetAt(params.position);
  const ways = named
    ? entriesOf(named)
    : [
        ...typesAt(session, params),
        ...filesAt(document, offset),
        ...(await missingAt(session, document, offset)),
      ];
  return answer(ways, document, session.client.textDocument?.definition?.linkSupport === true);
}

function declare(session: Session, params: DefinitionParams): DefinitionLink[] | Location[] | null {
  const document = session.documents.get(params.textDocument.uri);
  if (!document?.isJudged) return null;
  const offset = new LineIndex(document.text).offsetAt(params.position);
  const withLinks = session.client.textDocument?.declaration?.linkSupport === true;
  return answer(manifestsAt(document, offset), document, withLinks);
}

function answer(
  ways: readonly Way[],
  document: OpenDocument,
  withLinks: boolean,
): DefinitionLink[] | Location[] | null {
  const lines = new LineIndex(document.text);
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
  if (withLinks) return links;
  return links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
}

/** From an import to its manifest, where no other extension can know the package's code. */
async function missingAt(session: Session, document: OpenDocument, offset: number): Promise<Way[]> {
  const found = importAt(document, offset);
  const name = found?.declarations[0]?.dependency.name;
  if (!found || name === undefined) return [];
  return (await isInstalled(session, document, found.ecosystem, name)) ? [] : manifestsAt(document, offset);
}

function manifestsAt(document: OpenDocument, offset: number): Way[] {
  const found = importAt(document, offset);
  if (!found) return [];
  return found.declarations.map(({ manifest, dependency }) => ({
    from: found.range,
    path: manifest.path,
    to: dependency.nameRange,
  }));
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
