import { type CodeLens, type CodeLensParams, CodeLensRefreshRequest } from 'vscode-languageserver';
import { isProcfile } from '../../core/facts/app-files';
import { parseProcfile } from '../../core/procfile/parse';
import { trustedMethod } from '../../core/protocol';
import { LineIndex } from '../../core/text';
import { toRange } from '../convert';
import { importLenses } from '../dependency-lenses';
import { defineFeature } from '../feature';
import type { OpenDocument } from '../open-document';
import { manifestSelector } from '../scoped';
import type { Session } from '../session';
import { uriOf } from '../uri';

/** Commands of the client; each takes the key of a row of its formation view. */
const commands = [
  { title: '▷ Run', command: 'twelveFactor.process.start' },
  { title: 'Debug', command: 'twelveFactor.process.debug' },
  { title: '■ Stop', command: 'twelveFactor.process.stop' },
  { title: '↻ Restart', command: 'twelveFactor.process.restart' },
  { title: 'Instances…', command: 'twelveFactor.process.scaleTo' },
];

/** Starts and stops process types from the Procfile that the formation runs; tells in manifests where packages are imported. */
export default defineFeature({
  capabilities: {},
  scoped: [
    {
      method: 'textDocument/codeLens',
      capability: { codeLensProvider: {} },
      isDynamic: ({ textDocument }) => textDocument?.codeLens?.dynamicRegistration,
    },
    {
      method: 'textDocument/codeLens',
      selector: manifestSelector,
      capability: { codeLensProvider: {} },
      isDynamic: ({ textDocument }) => textDocument?.codeLens?.dynamicRegistration,
    },
  ],
  register({ connection, session, handler }) {
    connection.onCodeLens(handler('code lens', null, (params) => lenses(session, params)));
    const refresh = (): void => {
      if (!session.client.workspace?.codeLens?.refreshSupport) return;
      session.tasks.run('code lens refresh', () => connection.sendRequest(CodeLensRefreshRequest.type));
    };
    connection.onNotification(trustedMethod, () => {
      session.trusted = true;
      refresh();
    });
    let shown = stateOf(session);
    session.onChange(() => {
      if (shown === stateOf(session)) return;
      shown = stateOf(session);
      refresh();
    });
  },
});

/** What lenses depend on besides the text of their file; the imports of packages on all code. */
function stateOf({ folders }: Session): string {
  return folders
    .map(({ uri, settings: { codeLens, importLens, formation }, picture }) => {
      return `${uri} ${codeLens} ${importLens && picture.generation} ${formation.procfile}`;
    })
    .join();
}

function lenses(session: Session, { textDocument }: CodeLensParams): CodeLens[] | null {
  const document = session.documents.get(textDocument.uri);
  if (!document?.isJudged) return null;
  if (!isProcfile(document.path)) return importLenses(document);
  const root = rootOf(document);
  if (root === undefined || !session.trusted) return null;
  const lines = new LineIndex(document.text);
  const seen = new Set<string>();
  return parseProcfile(document.text).processes.flatMap(({ name, nameRange }) => {
    if (seen.has(name)) return [];
    seen.add(name);
    const range = toRange(nameRange, lines);
    return commandsFor(name, session).map((command) => ({
      range,
      command: { ...command, arguments: [`${root}#${name}`] },
    }));
  });
}

/** A client that does not say what it has is given what all have. What runs once has no number of instances. */
function commandsFor(type: string, { commands: known }: Session) {
  return commands.filter(({ command }) => {
    if (command.endsWith('.scaleTo') && type === 'release') return false;
    return known ? known.has(command) : !command.endsWith('.debug');
  });
}

/** The URI of the folder whose formation the Procfile defines; undefined where it defines none. */
function rootOf({ folder, path, uri }: OpenDocument): string | undefined {
  const { codeLens, formation } = folder.settings;
  if (!codeLens || !folder.opened || !uri.startsWith('file:') || !isProcfile(path)) return undefined;
  if (path === formation.procfile) return folder.uri;
  const end = path.length - formation.procfile.length - 1;
  return path.endsWith(`/${formation.procfile}`) ? uriOf(folder.uri, path.slice(0, end)) : undefined;
}
