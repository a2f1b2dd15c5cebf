import type { CancellationToken, Location, ReferenceParams } from 'vscode-languageserver';
import { LineIndex } from '../../core/text';
import { toRange } from '../convert';
import { nameAt } from '../env-name-at';
import { isDeclaration } from '../env-sites';
import { textsWith } from '../env-texts';
import { defineFeature } from '../feature';
import type { Session } from '../session';

/** Every place of the app where a variable is set, documented or read: env files, Procfiles, compose files, workflows, code. */
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
  const named = nameAt(session, params);
  if (!named) return null;
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
