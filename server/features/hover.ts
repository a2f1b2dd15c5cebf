import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { isProcfile } from '../../core/facts/app-files';
import { readSuppressions } from '../../core/lint/suppress';
import { parseProcfile } from '../../core/procfile/parse';
import { LineIndex, type Range } from '../../core/text';
import { toRange } from '../convert';
import { dependencyAt } from '../dependencies';
import { describeDependency } from '../dependency-hover';
import { envName } from '../env-names';
import { envNameAt } from '../env-place';
import { defineFeature } from '../feature';
import { describeEnvName, describeRule } from '../markdown';
import type { OpenDocument } from '../open-document';
import { describeProcessType } from '../process-type';
import type { Session } from '../session';
import { describeWord } from '../word-hover';

/** What is known of the variable, the rule, the process type or the package under the pointer. Values are never shown. */
export default defineFeature({
  capabilities: { hoverProvider: true },
  register({ connection, session, handler }) {
    connection.onHover(handler('hover', null, (params) => hover(session, params)));
  },
});

function hover(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const document = session.documents.get(textDocument.uri);
  if (!document?.isJudged) return null;
  const lines = new LineIndex(document.text);
  const offset = lines.offsetAt(position);
  const told =
    suppressionAt(session, document, offset) ??
    processTypeAt(document, offset) ??
    envAt(document, offset) ??
    wordAt(document, offset) ??
    commandAt(document, offset) ??
    packageAt(document, offset);
  if (!told) return null;
  return { contents: { kind: MarkupKind.Markdown, value: told.markdown }, range: toRange(told.range, lines) };
}

interface Told {
  readonly markdown: string;
  readonly range: Range;
}

function envAt(document: OpenDocument, offset: number): Told | undefined {
  const place = envNameAt(document, offset);
  if (!place) return undefined;
  const { folder, app } = document;
  return { markdown: describeEnvName(envName(place.name, app), app, folder.uri), range: place.range };
}

function packageAt(document: OpenDocument, offset: number): Told | undefined {
  const found = dependencyAt(document, offset);
  if (!found) return undefined;
  const markdown = describeDependency(document, found);
  return markdown === undefined ? undefined : { markdown, range: found.dependency.nameRange };
}

function suppressionAt(session: Session, { text }: OpenDocument, offset: number): Told | undefined {
  const found = readSuppressions(text).find(({ range }) => range.start <= offset && offset <= range.end);
  if (!found) return undefined;
  const { rules } = session.linter.ruleset;
  const parts = found.rules.map((id) => describeRule(id, rules));
  return { markdown: parts.join('\n\n---\n\n'), range: found.range };
}

function processTypeAt(document: OpenDocument, offset: number): Told | undefined {
  const { path, text } = document;
  if (!isProcfile(path)) return undefined;
  const found = parseProcfile(text).processes.find(
    ({ nameRange }) => nameRange.start <= offset && offset <= nameRange.end,
  );
  return found && { markdown: describeProcessType(found, document), range: found.nameRange };
}

/** A program, with its command, and its options. */
function wordAt({ path, text, app, folder }: OpenDocument, offset: number): Told | undefined {
  if (!isProcfile(path)) return undefined;
  const found = parseProcfile(text).processes.find(
    ({ command: { range } }) => range.start <= offset && offset <= range.end,
  );
  return found && describeWord(found.command, offset, { app, folder: folder.uri, path });
}

/** Anywhere in its command the same is told as at the process type's name. */
function commandAt(document: OpenDocument, offset: number): Told | undefined {
  const { path, text } = document;
  if (!isProcfile(path)) return undefined;
  const found = parseProcfile(text).processes.find(
    ({ command: { range } }) => range.start <= offset && offset <= range.end,
  );
  return found && { markdown: describeProcessType(found, document), range: found.command.range };
}
