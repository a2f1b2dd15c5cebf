import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
} from 'vscode-languageserver';
import { isEnvFile, isProcfile } from '../../core/facts/app-files';
import type { AddEnvVarParams } from '../../core/protocol';
import { addEnvVarCommand } from '../../core/protocol';
import { LineIndex } from '../../core/text';
import { toRange } from '../convert';
import { type EnvName, envNames, givenNames } from '../env-names';
import { envNameTyped } from '../env-place';
import { defineFeature } from '../feature';
import type { OpenDocument } from '../open-document';
import { packageCompletions } from '../package-completion';
import { procfileCompletions } from '../procfile-completion';
import { codeSelector, envSelector, manifestSelector, procfileSelector, type Scoped } from '../scoped';
import type { Session } from '../session';

const inCode = ['.', '"', "'", '`', '[', '$', '{'];
const inConfiguration = ['$', '{', '.', '-'];
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

const inManifests = ['"', "'"];
/** Those that are code as well are asked for with the code. */
const manifestsApart = manifestSelector.filter(
  (one) =>
    typeof one === 'object' &&
    !/(?:Gemfile|\.rb|\.py|\.gemspec)$/.test(String('pattern' in one && one.pattern)),
);

const around = ['**/*.{yml,yaml}', '**/Dockerfile', '**/Dockerfile.*', '**/*.Dockerfile', '**/*.service'].map(
  (pattern) => ({ pattern }),
);

/**
 * Names of environment variables, wherever code, a Procfile or an env file reads one; process types, commands and their
 * options in a Procfile; in a manifest the packages that code imports and nothing declares.
 */
export default defineFeature({
  capabilities: {},
  scoped: [
    scoped(inCode, [...codeSelector, ...envSelector]),
    scoped(inProcfiles, procfileSelector),
    scoped(inConfiguration, around),
    scoped(inManifests, manifestsApart),
  ],
  register({ connection, session, handler }) {
    connection.onCompletion(handler('completion', toList([]), (params) => complete(session, params)));
  },
});

async function complete(
  session: Session,
  { textDocument, position }: CompletionParams,
): Promise<CompletionList> {
  const document = session.documents.get(textDocument.uri);
  if (!document?.isJudged) return toList([]);
  const lines = new LineIndex(document.text);
  const offset = lines.offsetAt(position);
  const place = envNameTyped(document, offset);
  if (!place) {
    const isProcess = isProcfile(document.path) && !isEnvFile(document.path);
    if (isProcess) return toList(procfileCompletions(document, offset, session.client));
    return toList(await packageCompletions(session, document, offset, lines));
  }
  const range = toRange(place.range, lines);
  const known = namesFor(document).filter(
    (one) => one.name !== place.name || isKnownElsewhere(one, document),
  );
  const items = known.map((one) => toItem(one, range));
  const isNew = NEW_NAME.test(place.name) && !known.some(({ name }) => name === place.name);
  if (isNew && session.client.workspace?.applyEdit) items.push(newItem(place.name, document, range));
  return toList(items, true);
}

/** Asked for anew with each letter, so that the name that is being typed can be offered as a new one. */
function toList(items: CompletionItem[], isIncomplete = false): CompletionList {
  return { isIncomplete, items };
}

/** A name that is hardly half typed. */
const NEW_NAME = /^[A-Z][A-Z0-9]*_[A-Z0-9_]*[A-Z0-9]$|^[A-Z][A-Z0-9]{3,}$/;

function newItem(name: string, { uri }: OpenDocument, range: ReturnType<typeof toRange>): CompletionItem {
  const argument: AddEnvVarParams = { textDocument: { uri }, name };
  const title = `Add ${name} to the env files`;
  return {
    label: name,
    labelDetails: { description: 'new' },
    kind: CompletionItemKind.Constant,
    detail: title,
    sortText: `2${name}`,
    textEdit: { range, newText: name },
    command: { title, command: addEnvVarCommand, arguments: [argument] },
  };
}

function namesFor({ app, path }: OpenDocument): EnvName[] {
  const names = envNames(app, path);
  if (isEnvFile(path)) return names;
  return [...names, ...givenNames(app).filter(({ name }) => !names.some((one) => one.name === name))];
}

/** A name that is being typed counts as read in its own file already. */
function isKnownElsewhere(
  { isGiven, settings, examples, readers }: EnvName,
  document: OpenDocument,
): boolean {
  return (
    isGiven || settings.length + examples.length > 0 || readers.some(({ path }) => path !== document.path)
  );
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
    const preview = first.value ? `: ${first.value} (${first.value.shape})` : '';
    return `Set in ${first.path}${more}${preview}`;
  }
  if (isGiven) return 'Given to every process';
  if (examples.length > 0) return `Documented in ${examples.join(', ')}, not set`;
  return `Read in ${readers.length === 1 ? readers[0]?.path : `${readers.length} files`}, not set`;
}
