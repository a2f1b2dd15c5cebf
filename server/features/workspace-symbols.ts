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

/** The process types of all Procfiles, and the variables wherever a file sets or documents them. */
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
  const letters = typeof query === 'string' ? query.toLowerCase() : '';
  for (const folder of session.folders) {
    found.push(...variablesOf(folder, letters));
    for (const app of appsOf(folder)) {
      if (token.isCancellationRequested) return null;
      found.push(...symbolsOf(app, folder, letters));
    }
  }
  return found;
}

function symbolsOf(app: App, folder: Folder, query: string): SymbolInformation[] {
  const { Function: Process } = SymbolKind;
  return app.procfiles.flatMap(({ path, file }) => inFile(folder, path, file.processes, Process, query));
}

/** Every place of the folder that sets or documents a variable. */
function variablesOf(folder: Folder, query: string): SymbolInformation[] {
  const { variables } = folder.picture.appOf('').tree;
  const byPath = new Map<string, Named[]>();
  for (const { name, set, documented } of variables.variables) {
    if (!isSubsequence(query, name.toLowerCase())) continue;
    for (const { path, mention } of [...set, ...documented]) {
      const list = byPath.get(path) ?? [];
      byPath.set(path, list);
      list.push({ name, nameRange: mention.range });
    }
  }
  return [...byPath].flatMap(([path, named]) => inFile(folder, path, named, SymbolKind.Constant, query));
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
