import { type CompletionItem, CompletionItemKind, type CompletionParams } from 'vscode-languageserver';
import { isEnvFile, isProcfile } from '../../core/facts/app-files';
import languages from '../../core/languages/index.generated';
import { LineIndex } from '../../core/text';
import { toRange } from '../convert';
import { type EnvName, envNames, givenNames } from '../env-names';
import { envNameTyped } from '../env-place';
import { defineFeature } from '../feature';
import type { OpenDocument } from '../open-document';
import { procfileCompletions } from '../procfile-completion';
import { envSelector, procfileSelector, type Scoped } from '../scoped';
import type { Session } from '../session';

const inCode = ['.', '"', "'", '`', '[', '$', '{'];
/** A blank would be asked for far too often in code. */
const inProcfiles = [' ', ':', '-', '/', '.', '$', '{'];

/** The two selectors have no document in common, so that the editor asks once. */
function scoped(triggerCharacters: readonly string[], selector: Scoped['selector']): Scoped {
  return {
    method: 'textDocument/completion',
    capability: { completionProvider: { triggerCharacters: inCode } },
    options: { triggerCharacters },
    isDynamic: ({ textDocument }) => textDocument?.completion?.dynamicRegistration,
    ...(selector ? { selector } : {}),
  };
}

const code = languages.flatMap(({ ids }) => ids.map((language) => ({ language })));

/**
 * Names of environment variables, wherever code, a Procfile or an env file reads one; process types, commands and their
 * options in a Procfile.
 */
export default defineFeature({
  capabilities: {},
  scoped: [scoped(inCode, [...code, ...envSelector]), scoped(inProcfiles, procfileSelector)],
  register({ connection, session, handler }) {
    connection.onCompletion(handler('completion', [], (params) => complete(session, params)));
  },
});

function complete(session: Session, { textDocument, position }: CompletionParams): CompletionItem[] {
  const document = session.documents.get(textDocument.uri);
  if (!document?.isJudged) return [];
  const lines = new LineIndex(document.text);
  const offset = lines.offsetAt(position);
  const place = envNameTyped(document, offset);
  if (!place) {
    const isProcess = isProcfile(document.path) && !isEnvFile(document.path);
    return isProcess ? procfileCompletions(document, offset, session.client) : [];
  }
  const range = toRange(place.range, lines);
  return namesFor(document)
    .filter((one) => one.name !== place.name || isKnownElsewhere(one, document))
    .map((one) => toItem(one, range));
}

function namesFor({ app, path }: OpenDocument): EnvName[] {
  const names = envNames(app);
  if (isEnvFile(path)) return names;
  return [...names, ...givenNames(app).filter(({ name }) => !names.some((one) => one.name === name))];
}

/** A name that is being typed counts as read in its own file already. */
function isKnownElsewhere(
  { isGiven, settings, examples, readers }: EnvName,
  document: OpenDocument,
): boolean {
  return isGiven || settings.length + examples.length > 0 || readers.some((path) => path !== document.path);
}

function toItem(one: EnvName, range: ReturnType<typeof toRange>): CompletionItem {
  const { name, settings } = one;
  return {
    label: name,
    kind: CompletionItemKind.Constant,
    detail: detailOf(one),
    sortText: `${settings.length > 0 ? 0 : 1}${name}`,
    textEdit: { range, newText: name },
  };
}

function detailOf({ isGiven, settings, examples, readers }: EnvName): string {
  const [first] = settings;
  if (first) {
    const more = settings.length > 1 ? ` and ${settings.length - 1} more` : '';
    return `Set in ${first.path}${more}: ${first.value} (${first.value.shape})`;
  }
  if (isGiven) return 'Given to every process';
  if (examples.length > 0) return `Documented in ${examples.join(', ')}, not set`;
  return `Read in ${readers.length === 1 ? readers[0] : `${readers.length} files`}, not set`;
}
