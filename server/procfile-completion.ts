import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { completeProcfile } from '../core/suggest/complete';
import type { ProcfileCompletion } from '../core/suggest/completion';
import { LineIndex } from '../core/text';
import { toRange } from './convert';
import type { OpenDocument } from './open-document';

const KINDS: Readonly<Record<ProcfileCompletion['kind'], CompletionItemKind>> = {
  process: CompletionItemKind.Struct,
  command: CompletionItemKind.Event,
  script: CompletionItemKind.Function,
  task: CompletionItemKind.Function,
  file: CompletionItemKind.File,
  module: CompletionItemKind.Module,
  option: CompletionItemKind.Property,
};

/** Process types, commands of the project, their words and options, at a place of a Procfile. */
export function procfileCompletions(
  { text, app }: OpenDocument,
  offset: number,
  client: ClientCapabilities,
): CompletionItem[] {
  const lines = new LineIndex(text);
  const hasSnippets = client.textDocument?.completion?.completionItem?.snippetSupport === true;
  return completeProcfile(text, offset, app).map((one) => {
    const { label, kind, detail, documentation, rank, placeholder } = one;
    const isSnippet = hasSnippets && placeholder !== undefined;
    const newText = isSnippet ? `${escaped(one.newText)}\${1:${escaped(placeholder)}}` : one.newText;
    return {
      label,
      kind: KINDS[kind],
      sortText: String(rank).padStart(5, '0'),
      // What an option's value is called must not match what is typed.
      filterText: kind === 'option' ? (label.split(/[ =]/, 1)[0] ?? label) : label,
      textEdit: { range: toRange(one.range, lines), newText },
      ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      ...(detail === undefined ? {} : { detail }),
      ...(documentation === undefined
        ? {}
        : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    };
  });
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
