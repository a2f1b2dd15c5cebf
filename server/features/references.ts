import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver';
import { LineIndex } from '../../core/text';
import { toRange } from '../convert';
import { dependencyAt } from '../dependencies';
import { type ImportText, importsOf } from '../dependency-imports';
import { nameAt } from '../env-name-at';
import { isDeclaration } from '../env-sites';
import { textsWith } from '../env-texts';
import { defineFeature } from '../feature';
import { processTypeAt, type TypeAt, textsNaming } from '../process-types';
import type { Session } from '../session';

/**
 * Every place of the app where a variable is set, documented or read (env files, Procfiles, compose files,
 * workflows, code), or a process type is defined, scaled, started by
 * a documented command or run as a service of its name; every import of a package that a manifest declares.
 */
export default defineFeature({
  capabilities: { referencesProvider: true },
  register({ connection, session, handler }) {
    connection.onReferences(handler('references', null, (params, token) => refer(session, params, token)));
  },
});

async function refer(
  session: Session,
  params: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const type = processTypeAt(session, params);
  if (type) return referTo(session, type, params.context.includeDeclaration, token);
  const named = nameAt(session, params);
  if (!named) return importsAt(session, params, token);
  const { document, site } = named;
  const { includeDeclaration } = params.context;
  const texts = await textsWith(session, document.folder, document.app, site.name, token);
  return (texts ?? []).flatMap(({ uri, text, sites }) => {
    const lines = new LineIndex(text);
    return sites
      .filter((one) => one.name === site.name && (includeDeclaration || !isDeclaration(one)))
      .map(({ range }) => ({ uri, range: toRange(range, lines) }));
  });
}

async function importsAt(
  session: Session,
  { textDocument, position, context }: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const document = session.documents.get(textDocument.uri);
  if (!document?.isJudged) return null;
  const lines = new LineIndex(document.text);
  const found = dependencyAt(document, lines.offsetAt(position));
  if (!found) return null;
  const texts = (await importsOf(session, document.folder, found, token)) ?? [];
  const declared = context.includeDeclaration
    ? [{ uri: document.uri, range: toRange(found.dependency.nameRange, lines) }]
    : [];
  return [...declared, ...texts.flatMap(placesOf)];
}

function placesOf({ uri, text, ranges }: ImportText): Location[] {
  const lines = new LineIndex(text);
  return ranges.map((range) => ({ uri, range: toRange(range, lines) }));
}

async function referTo(
  session: Session,
  type: TypeAt,
  withDefinition: boolean,
  token: CancellationToken,
): Promise<Location[]> {
  const texts = (await textsNaming(session, type, token)) ?? [];
  return texts.flatMap(({ uri, text, mentions }) => {
    const lines = new LineIndex(text);
    return mentions
      .filter(({ kind }) => withDefinition || kind !== 'definition')
      .map(({ range }) => ({ uri, range: toRange(range, lines) }));
  });
}
