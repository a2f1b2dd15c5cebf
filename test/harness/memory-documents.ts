import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { MemoryHost } from './memory-host';

/** The documents of an editor: what it does to them it tells the server. */
export abstract class MemoryDocuments {
  readonly documents = new Map<string, TextDocument>();
  readonly host: MemoryHost;

  constructor(host: MemoryHost) {
    this.host = host;
  }

  abstract notify(method: string, params: unknown): void;

  uri(path: string): string {
    return `${this.host.folder}/${path}`;
  }

  /** Opens a file with its text on the disk, or with another. */
  open(
    path: string,
    text: string = this.host.files.get(path) ?? '',
    languageId = languageOf(path),
  ): TextDocument {
    const document = TextDocument.create(this.uri(path), languageId, 1, text);
    this.documents.set(path, document);
    const { uri, version } = document;
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
    return document;
  }

  /** Replaces the first occurrence of a text, as typing does. */
  edit(path: string, before: string, after: string): void {
    const document = this.document(path);
    const start = document.getText().indexOf(before);
    if (start < 0) throw new Error(`${path} holds no such text`);
    const range = { start: document.positionAt(start), end: document.positionAt(start + before.length) };
    this.change(path, [{ range, newText: after }]);
  }

  change(path: string, edits: readonly TextEdit[], version: number = this.document(path).version + 1): void {
    const document = this.document(path);
    const contentChanges = [...edits]
      .sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start))
      .map(({ range, newText }) => ({ range, text: newText }));
    const textDocument = { uri: document.uri, version };
    if (version > document.version) TextDocument.update(document, contentChanges, version);
    this.notify('textDocument/didChange', { textDocument, contentChanges });
  }

  close(path: string): void {
    this.documents.delete(path);
    this.notify('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  /** Changes files on the disk, all at once; `undefined` deletes one. */
  write(files: Readonly<Record<string, string | undefined>>): void {
    const changes = Object.entries(files).map(([path, text]) => {
      const type = text === undefined ? 3 : this.host.files.has(path) ? 2 : 1;
      if (text === undefined) this.host.files.delete(path);
      else this.host.files.set(path, text);
      return { uri: this.uri(path), type };
    });
    this.notify('workspace/didChangeWatchedFiles', { changes });
  }

  document(path: string): TextDocument {
    const document = this.documents.get(path);
    if (!document) throw new Error(`${path} is not open`);
    return document;
  }

  rangeOf(path: string, text: string): Range {
    const document = this.document(path);
    const start = document.getText().indexOf(text);
    if (start < 0) throw new Error(`${path} holds no such text`);
    return { start: document.positionAt(start), end: document.positionAt(start + text.length) };
  }

  /** The texts that an edit would leave behind, by path: of open documents, of files, of files it makes. */
  applied(edit: WorkspaceEdit): Record<string, string> {
    const texts: Record<string, string> = {};
    for (const change of edit.documentChanges ?? []) {
      if ('kind' in change && change.kind === 'create') texts[this.pathOf(change.uri)] ??= '';
      if (!('textDocument' in change)) continue;
      const { uri, version } = change.textDocument;
      const path = this.pathOf(uri);
      const open = this.documents.get(path);
      if ((open?.version ?? null) !== version) throw new Error(`${path} is edited in version ${version}`);
      const before = open?.getText() ?? texts[path] ?? this.host.files.get(path);
      if (before === undefined) throw new Error(`${path} is edited and not there`);
      const edits = change.edits.filter((one): one is TextEdit => 'newText' in one);
      texts[path] = TextDocument.applyEdits(TextDocument.create(uri, '', 0, before), edits);
    }
    return texts;
  }

  pathOf(uri: string): string {
    return decodeURIComponent(uri.slice(this.host.folder.length + 1));
  }
}

function languageOf(path: string): string {
  if (/\.[cm]?js$/.test(path)) return 'javascript';
  if (/\.ts$/.test(path)) return 'typescript';
  if (/\.tsx$/.test(path)) return 'typescriptreact';
  if (/\.py$/.test(path)) return 'python';
  if (/Procfile/.test(path)) return 'procfile';
  return /\.env/.test(path) ? 'dotenv' : 'plaintext';
}
