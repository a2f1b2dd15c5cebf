import {
  type CancellationToken,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { App } from '../../core/app';
import { LineIndex, type Range } from '../../core/text';
import { appsOf } from '../apps';
import { toRange } from '../convert';
import { defineFeature } from '../feature';
import type { Folder } from '../folder';
import type { Session } from '../session';
import { uriOf } from '../uri';

/** The process types of all Procfiles, and the variables where env files set or document them. */
export default defineFeature({
  capabilities: { workspaceSymbolProvider: true },
  register({ connection, session, handler }) {
    connection.onWorkspaceSymbol(
      handler('workspace symbols', null, (params, token) => symbols(session, params, token)),
    );
  },
});

interface Named {
  readonly name: string;
  readonly nameRange: Range;
}

function symbols(
  session: Session,
  { query }: WorkspaceSymbolParams,
  token: CancellationToken,
): SymbolInformation[] | null {
  const found: SymbolInformation[] = [];
  for (const folder of session.folders) {
    for (const app of appsOf(folder)) {
      if (token.isCancellationRequested) return null;
      found.push(...symbolsOf(app, folder, query.toLowerCase()));
    }
  }
  return found;
}

function symbolsOf(app: App, folder: Folder, query: string): SymbolInformation[] {
  const { Constant, Function: Process } = SymbolKind;
  return [
    ...app.procfiles.flatMap(({ path, file }) => inFile(folder, path, file.processes, Process, query)),
    ...app.env.flatMap(({ path, file }) => inFile(folder, path, file.entries, Constant, query)),
  ];
}

function inFile(
  folder: Folder,
  path: string,
  all: readonly Named[],
  kind: SymbolKind,
  query: string,
): SymbolInformation[] {
  const wanted = all.filter(({ name }) => isSubsequence(query, name.toLowerCase()));
  if (wanted.length === 0) return [];
  const lines = new LineIndex(folder.picture.appFile(path)?.text ?? '');
  const uri = uriOf(folder.uri, path);
  return wanted.map(({ name, nameRange }) => ({
    name,
    kind,
    containerName: path,
    location: { uri, range: toRange(nameRange, lines) },
  }));
}

/** As editors match what is typed: its letters in their order, whatever stands between. */
function isSubsequence(letters: string, of: string): boolean {
  let at = 0;
  for (const letter of of) if (letter === letters[at]) at++;
  return at >= letters.length;
}
