import {
  type ChangeAnnotation,
  type CreateFile,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Range as ProtocolRange,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { rulePage } from '../core/links';
import type { FileEdit, Finding, Severity } from '../core/rule';
import { LineIndex, type Range } from '../core/text';
import { uriOf } from './uri';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const source = 'twelve-factor';

export function toRange(range: Range, lines: LineIndex): ProtocolRange {
  return { start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
}

export function fromRange(range: ProtocolRange, lines: LineIndex): Range {
  const start = lines.offsetAt(range.start);
  return { start, end: Math.max(start, lines.offsetAt(range.end)) };
}

/** `folder` is the URI that the finding's paths start from. */
export function toDiagnostic(finding: Finding, lines: LineIndex, folder: string): Diagnostic {
  return {
    range: toRange(finding.range, lines),
    severity: severities[finding.severity],
    source,
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule) },
    message: finding.message,
    ...(finding.breach.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related
      ? {
          relatedInformation: finding.related.map(({ path, start, end, message }) => ({
            location: { uri: uriOf(folder, path), range: { start, end } },
            message,
          })),
        }
      : {}),
  };
}

/** A file as an edit finds it; `version` is null where no editor holds it. */
export interface EditedFile {
  readonly uri: string;
  readonly text: string;
  readonly version: number | null;
}

/** One edit of the workspace, undone in one step; `fileAt` gives the text that the edits of a path speak of. */
export function toWorkspaceEdit(
  edits: readonly FileEdit[],
  fileAt: (path: string) => EditedFile,
  annotated = false,
): WorkspaceEdit {
  const byPath = new Map<string, FileEdit[]>();
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
  const changes: (CreateFile | TextDocumentEdit)[] = [];
  const notes: Record<string, ChangeAnnotation> = {};
  for (const [path, own] of byPath) {
    const { uri, text, version } = fileAt(path);
    const lines = new LineIndex(text);
    if (own.some(({ create }) => create)) {
      changes.push({ kind: 'create', uri, options: { ignoreIfExists: true } });
    }
    changes.push({
      textDocument: { uri, version },
      edits: own.map(({ range, newText, note }) => {
        const edit = { range: toRange(range, lines), newText };
        if (!annotated || !note) return edit;
        notes[note.label] = { label: note.label, needsConfirmation: note.confirm };
        return { ...edit, annotationId: note.label };
      }),
    });
  }
  return Object.keys(notes).length > 0
    ? { documentChanges: changes, changeAnnotations: notes }
    : { documentChanges: changes };
}
