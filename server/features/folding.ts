import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from 'vscode-languageserver';
import { outlineEnv } from '../../core/env/sections';
import { isEnvFile, isProcfile } from '../../core/facts/app-files';
import { parseProcfile } from '../../core/procfile/parse';
import { LineIndex, type Range } from '../../core/text';
import { defineFeature } from '../feature';
import type { Session } from '../session';

/** The sections of an env file, and runs of comments in env files and Procfiles. */
export default defineFeature({
  capabilities: {},
  scoped: [
    {
      method: 'textDocument/foldingRange',
      capability: { foldingRangeProvider: true },
      isDynamic: ({ textDocument }) => textDocument?.foldingRange?.dynamicRegistration,
    },
  ],
  register({ connection, session, handler }) {
    connection.onFoldingRanges(handler('folding', null, (params) => fold(session, params)));
  },
});

function fold(session: Session, { textDocument }: FoldingRangeParams): FoldingRange[] | null {
  const document = session.documents.get(textDocument.uri);
  if (!document?.isJudged) return null;
  const { path, text } = document;
  if (isEnvFile(path)) return foldsOfEnv(text);
  return isProcfile(path) ? foldsOfProcfile(text) : null;
}

/** A section folds to its heading's last line, so that the heading's own fold does not hide it. */
function foldsOfEnv(text: string): FoldingRange[] {
  const { runs, sections } = outlineEnv(text);
  return [
    ...runs.flatMap(({ first, last }) => commentFold(first, last)),
    ...sections.flatMap(({ heading, last }): FoldingRange[] => {
      return last > heading.last
        ? [{ startLine: heading.last, endLine: last, kind: FoldingRangeKind.Region }]
        : [];
    }),
  ];
}

function foldsOfProcfile(text: string): FoldingRange[] {
  const lines = new LineIndex(text);
  const lineOf = ({ start }: Range): number => lines.positionAt(start).line;
  const folds: FoldingRange[] = [];
  let first = -1;
  let last = -2;
  for (const line of parseProcfile(text).comments.map(lineOf)) {
    if (line !== last + 1) {
      folds.push(...commentFold(first, last));
      first = line;
    }
    last = line;
  }
  return [...folds, ...commentFold(first, last)];
}

function commentFold(startLine: number, endLine: number): FoldingRange[] {
  return endLine > startLine ? [{ startLine, endLine, kind: FoldingRangeKind.Comment }] : [];
}
