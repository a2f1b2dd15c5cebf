import type { TextDocumentPositionParams } from 'vscode-languageserver';
import { isEnvFile } from '../core/facts/app-files';
import { LineIndex } from '../core/text';
import { type EnvSite, envSites, looseName } from './env-sites';
import type { OpenDocument } from './open-document';
import type { Session } from './session';

/** A variable's name under the pointer. */
export interface NameAt {
  readonly document: OpenDocument;
  readonly site: EnvSite;
  readonly lines: LineIndex;
}

/** The variable's name at a position of an open document. */
export function nameAt(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
): NameAt | undefined {
  const document = session.documents.get(textDocument.uri);
  if (!document?.isJudged) return undefined;
  const lines = new LineIndex(document.text);
  const offset = lines.offsetAt(position);
  const site =
    sitesIn(document).find(({ range }) => range.start <= offset && offset <= range.end) ??
    looseAt(document, offset);
  return site && { document, site, lines };
}

/** The places of a document where variables stand. In a value, only names count that are set somewhere. */
export function sitesIn(document: OpenDocument): EnvSite[] {
  const sites = envSites(document.path, document.text, document.skim());
  if (!sites.some(({ kind }) => kind === 'refer')) return sites;
  const known = namesSet(document);
  return sites.filter(({ name, kind }) => kind !== 'refer' || known.has(name));
}

function looseAt(document: OpenDocument, offset: number): EnvSite | undefined {
  if (document.language || isEnvFile(document.path)) return undefined;
  const site = looseName(document.path, document.text, offset);
  return site && namesSet(document).has(site.name) ? site : undefined;
}

function namesSet({ app }: OpenDocument): Set<string> {
  const found = new Set<string>();
  for (const { name, set, documented } of app.variables.variables)
    if (set.length + documented.length > 0) found.add(name);
  return found;
}
