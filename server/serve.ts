import {
  CancellationToken,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Rule } from '../core/rule';
import { readConfiguration, sectionOf } from './configuration';
import { listenToDocuments } from './documents';
import type { FeatureContext } from './feature';
import features from './features/index.generated';
import { followFolders, scanAll } from './folders';
import type { ServerHost } from './hosts/host';
import { logTo } from './log';
import { declared, registerScoped } from './scoped';
import { Session } from './session';
import { WatchedFiles } from './watched-files';

/** Puts a server behind a connection; whoever calls then lets the connection listen. It checks with all rules, or with these. */
export function serve(connection: Connection, host: ServerHost, rules?: readonly Rule[]): Session {
  const session = new Session(host, logTo(connection.console), rules);
  connection.onInitialize((params) => {
    session.client = params.capabilities;
    session.trusted = isTrusted(params.initializationOptions);
    session.commands = commandsOf(params.initializationOptions);
    for (const uri of foldersOf(params)) session.addFolder(uri);
    return { capabilities: capabilities(session), serverInfo: { name: 'twelve-factor' } };
  });
  connection.onInitialized(() => {
    session.configured = session.tasks.attempt('configuration', undefined, () =>
      readConfiguration(connection, session, undefined),
    );
    session.tasks.run('registration', () => registerScoped(connection, scoped, session.client));
    scanAll(session);
    followFolders(connection, session);
  });
  connection.onDidChangeConfiguration(({ settings }) =>
    session.tasks.run('configuration', () => readConfiguration(connection, session, sectionOf(settings))),
  );
  const watched = new WatchedFiles(session);
  connection.onDidChangeWatchedFiles(({ changes }) => watched.changed(changes.map(({ uri }) => uri)));
  connection.onShutdown(() => session.end());
  listenToDocuments(connection, session);
  for (const feature of features) feature.register(contextOf(connection, session));
  return session;
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

/** A client that says nothing of trust knows no workspaces that lack it. */
function isTrusted(options: unknown): boolean {
  if (typeof options !== 'object' || options === null) return true;
  return Object.getOwnPropertyDescriptor(options, 'trusted')?.value !== false;
}

function commandsOf(options: unknown): ReadonlySet<string> | undefined {
  if (typeof options !== 'object' || options === null) return undefined;
  const commands: unknown = Object.getOwnPropertyDescriptor(options, 'commands')?.value;
  return Array.isArray(commands) ? new Set(commands.map(String)) : undefined;
}

const scoped = features.flatMap((feature) => feature.scoped ?? []);

function capabilities({ client }: Session): ServerCapabilities {
  const own: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  return Object.assign(own, ...features.map((feature) => feature.capabilities), ...declared(scoped, client));
}

function contextOf(connection: Connection, session: Session): FeatureContext {
  return {
    connection,
    session,
    handler(task, otherwise, answer) {
      return (...args) =>
        session.tasks.attempt(task, otherwise, async () => {
          session.attended = performance.now();
          await session.configured;
          session.settle();
          return args.some(isCancelled) ? otherwise : answer(...args);
        });
    },
  };
}

function isCancelled(argument: unknown): boolean {
  return CancellationToken.is(argument) && argument.isCancellationRequested;
}
