import type { DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import { source, toDiagnostic } from '../convert';
import { defineFeature } from '../feature';
import { Refresh } from '../refresh';
import type { Session } from '../session';
import { closedId, holdWorkspacePull } from '../workspace-pull';

const empty: DocumentDiagnosticReport = { kind: 'full', items: [] };

/** Diagnostics by pull: of a document whenever the client asks, of the workspace in a request held until they change. */
export default defineFeature({
  capabilities: {
    diagnosticProvider: { identifier: source, interFileDependencies: true, workspaceDiagnostics: true },
  },
  register({ connection, session, handler }) {
    const { diagnostics } = connection.languages;
    diagnostics.on(handler('document diagnostics', empty, (params) => pull(session, params)));
    diagnostics.onWorkspace(
      handler('workspace diagnostics', { items: [] }, (params, token, _work, partial) =>
        holdWorkspacePull(session, params, token, partial),
      ),
    );
    const refresh = new Refresh(session, () => diagnostics.refresh());
    session.onChange(() => refresh.consider());
  },
});

async function pull(session: Session, params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
  const { textDocument, previousResultId } = params;
  const document = session.documents.get(textDocument.uri);
  if (!document) return pullClosed(session, params);
  const { id, version, findings, lines } = await document.verdict();
  document.pulled = { id, version };
  if (id === previousResultId) return { kind: 'unchanged', resultId: id };
  return {
    kind: 'full',
    resultId: id,
    items: findings.map((finding) => toDiagnostic(finding, lines, document.folder.uri)),
  };
}

/** A tab whose document the editor has not loaded yet. */
async function pullClosed(
  session: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  const file = session.fileOf(textDocument.uri);
  const { findings, lines } = await session.checked.check(file);
  const items = findings.map((finding) => toDiagnostic(finding, lines, file.folder.uri));
  const resultId = closedId(session, file, items);
  return resultId === previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
}
