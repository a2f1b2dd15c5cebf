import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver';
import type { EnvEntry } from '../../core/env/env-file';
import { outlineEnv } from '../../core/env/sections';
import { isEnvFile, isProcfile } from '../../core/facts/app-files';
import { parseProcfile } from '../../core/procfile/parse';
import { shownCommand } from '../../core/procfile/shown';
import { LineIndex } from '../../core/text';
import { toRange } from '../convert';
import { defineFeature } from '../feature';
import type { Session } from '../session';

/** The process types of a Procfile, and the names of an env file by its headings. Values are never shown. */
export default defineFeature({
  capabilities: {},
  scoped: [
    {
      method: 'textDocument/documentSymbol',
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
  return isProcfile(path) ? symbolsOfProcfile(text, lines) : null;
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
