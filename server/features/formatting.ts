import type { TextEdit as ProtocolEdit, Range as ProtocolRange } from 'vscode-languageserver';
import { formatEnv, saysTheSame } from '../../core/env/format';
import { isEnvFile, isProcfile } from '../../core/facts/app-files';
import { formatProcfile } from '../../core/procfile/format';
import { LineIndex, type TextEdit } from '../../core/text';
import { toRange } from '../convert';
import { defineFeature } from '../feature';
import type { Session } from '../session';

/** Formats Procfiles and env files, whole or in part. Commands and values stay as they are, byte for byte. */
export default defineFeature({
  capabilities: {},
  scoped: [
    {
      method: 'textDocument/formatting',
      capability: { documentFormattingProvider: true },
      isDynamic: ({ textDocument }) => textDocument?.formatting?.dynamicRegistration,
    },
    {
      method: 'textDocument/rangeFormatting',
      capability: { documentRangeFormattingProvider: true },
      isDynamic: ({ textDocument }) => textDocument?.rangeFormatting?.dynamicRegistration,
    },
  ],
  register({ connection, session, handler }) {
    connection.onDocumentFormatting(
      handler('formatting', null, ({ textDocument }) => format(session, textDocument.uri, undefined)),
    );
    connection.onDocumentRangeFormatting(
      handler('formatting', null, ({ textDocument, range }) => format(session, textDocument.uri, range)),
    );
  },
});

function format(session: Session, uri: string, part: ProtocolRange | undefined): ProtocolEdit[] | null {
  const document = session.documents.get(uri);
  if (!document?.isJudged) return null;
  const { path, text } = document;
  const lines = new LineIndex(text);
  const edits = editsOf(path, text);
  const wanted = part && edits ? edits.filter((edit) => isIn(part, edit, lines)) : edits;
  if (!wanted) return null;
  if (part && isEnvFile(path) && !saysTheSame(text, wanted)) return [];
  return wanted.map(({ range, newText }) => ({ range: toRange(range, lines), newText }));
}

/** The name of a file may make it both; then it is taken for what shows nothing of its values. */
function editsOf(path: string, text: string): TextEdit[] | undefined {
  if (isEnvFile(path)) return formatEnv(text);
  return isProcfile(path) ? formatProcfile(text) : undefined;
}

function isIn({ start, end }: ProtocolRange, edit: TextEdit, lines: LineIndex): boolean {
  const { line } = lines.positionAt(edit.range.start);
  // A selection that ends where a line starts does not mean that line.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return start.line <= line && line <= last;
}
