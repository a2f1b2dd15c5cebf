import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import type { EnvEntry } from '../../core/env/env-file';
import { outlineEnv } from '../../core/env/sections';
import { isEnvFile, isProcfile } from '../../core/facts/app-files';
import type { SourceEnv } from '../../core/formats/source';
import { parseProcfile } from '../../core/procfile/parse';
import { shownCommand } from '../../core/procfile/shown';
import { LineIndex } from '../../core/text';
import { toRange } from '../convert';
import { defineFeature } from '../feature';
import { deploySelector } from '../scoped';
import type { Session } from '../session';

/**
 * The process types of a Procfile, the names of an env file by its headings, and the variables of compose files and
 * Dockerfiles by service and stage. Values are never shown.
 */
export default defineFeature({
  capabilities: {},
  scoped: [
    {
      method: 'textDocument/documentSymbol',
      capability: { documentSymbolProvider: true },
      isDynamic: ({ textDocument }) => textDocument?.documentSymbol?.dynamicRegistration,
    },
    {
      method: 'textDocument/documentSymbol',
      selector: deploySelector,
      options: { label: 'Environment' },
      capability: { documentSymbolProvider: true },
      isDynamic: ({ textDocument }) => textDocument?.documentSymbol?.dynamicRegistration,
    },
  ],
  register({ connection, session, handler }) {
    connection.onDocumentSymbol(handler('document symbols', null, (params) => symbols(session, params)));
  },
});

function symbols(session: Session, { textDocument }: DocumentSymbolParams): DocumentSymbol[] | null {
  const document = session.documents.get(textDocument.uri);
  if (!document?.isJudged) return null;
  const { path, text } = document;
  const lines = new LineIndex(text);
  if (isEnvFile(path)) return symbolsOfEnv(text, lines);
  if (isProcfile(path)) return symbolsOfProcfile(text, lines);
  const facts = document.app.sources.filter((source) => source.path === path).map((source) => source.facts);
  return symbolsOfSource(
    facts.flatMap(({ env }) => env),
    lines,
  );
}

/** The variables that a file around the code sets or documents, by the service, job or stage they belong to. */
function symbolsOfSource(env: readonly SourceEnv[], lines: LineIndex): DocumentSymbol[] | null {
  const scopes = new Map<string | undefined, SourceEnv[]>();
  for (const one of env)
    if (one.does !== 'read') scopes.set(one.scope, [...(scopes.get(one.scope) ?? []), one]);
  if (scopes.size === 0) return null;
  const symbols = (of: readonly SourceEnv[]) => of.map((one) => variableSymbol(one, lines));
  return [...scopes].flatMap(([scope, list]): DocumentSymbol[] => {
    const [first] = list;
    if (scope === undefined || !first) return symbols(list);
    const end = Math.max(...list.map(({ range, valueRange }) => valueRange?.end ?? range.end));
    const start = Math.min(...list.map(({ range }) => range.start));
    const range = toRange({ start, end }, lines);
    const selectionRange = toRange(first.range, lines);
    return [{ name: scope, kind: SymbolKind.Namespace, range, selectionRange, children: symbols(list) }];
  });
}

function variableSymbol({ name, range, valueRange }: SourceEnv, lines: LineIndex): DocumentSymbol {
  const end = Math.max(range.end, valueRange?.end ?? 0);
  return {
    name,
    kind: SymbolKind.Constant,
    range: toRange({ start: range.start, end }, lines),
    selectionRange: toRange(range, lines),
  };
}

function symbolsOfProcfile(text: string, lines: LineIndex): DocumentSymbol[] {
  return parseProcfile(text).processes.map(({ name, nameRange, range, command }) => ({
    name,
    detail: shownCommand(command),
    kind: SymbolKind.Function,
    range: toRange(range, lines),
    selectionRange: toRange(nameRange, lines),
  }));
}

function symbolsOfEnv(text: string, lines: LineIndex): DocumentSymbol[] {
  const { loose, sections } = outlineEnv(text);
  const groups = sections.map(({ heading, entries }): DocumentSymbol => {
    const end = Math.max(heading.range.end, ...entries.map(({ range }) => range.end));
    return {
      name: heading.title ?? '',
      kind: SymbolKind.Namespace,
      range: toRange({ start: heading.range.start, end }, lines),
      selectionRange: toRange(heading.range, lines),
      children: entries.map((entry) => symbolOf(entry, lines)),
    };
  });
  return [...loose.map((entry) => symbolOf(entry, lines)), ...groups];
}

function symbolOf({ name, nameRange, range }: EnvEntry, lines: LineIndex): DocumentSymbol {
  return {
    name,
    kind: SymbolKind.Constant,
    range: toRange(range, lines),
    selectionRange: toRange(nameRange, lines),
  };
}
