import { type ExtensionContext, type LogOutputChannel, workspace } from 'vscode';
import {
  CodeLensRequest,
  LanguageClient,
  type LanguageClientOptions,
  type NodeModule,
  RevealOutputChannelOn,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  type AdminProcessesParams,
  type EntryPointsResult,
  entryPointsMethod,
  type InitializationOptions,
  trustedMethod,
} from '../core/protocol';
import { filePattern, isChecked, schemes, watchedPatterns } from './checked-files';
import { languageIds } from './checked-files.generated';
import { lensesFor, type TypeState } from './lens-titles';
import { traceChannel } from './trace';

export type ServerState = 'starting' | 'ready' | 'failed' | 'stopped';

const states: Record<State, ServerState> = {
  [State.Starting]: 'starting',
  [State.Running]: 'ready',
  [State.StartFailed]: 'failed',
  [State.Stopped]: 'stopped',
};

/** The language server's life as the rest of the extension sees it. */
export class LanguageServer {
  readonly client: LanguageClient;
  /** How a process type stands, by the key of its row. */
  typeState: (key: string) => TypeState | undefined = () => undefined;
  /** The ids of the commands that the server may offer. */
  commands: readonly string[] = [];
  readonly #log: LogOutputChannel;

  constructor(context: ExtensionContext, log: LogOutputChannel) {
    this.#log = log;
    this.client = new LanguageClient(
      'twelveFactor',
      'Twelve-Factor',
      serverModule(context),
      clientOptions(context, log, this),
    );
    context.subscriptions.push(
      this.client,
      workspace.onDidGrantWorkspaceTrust(() => this.#tellTrust()),
    );
  }

  get state(): ServerState {
    return states[this.client.state];
  }

  onDidChangeState(listener: (state: ServerState) => void) {
    return this.client.onDidChangeState(({ newState }) => listener(states[newState]));
  }

  start(): Promise<void> {
    return this.#logged(this.client.start());
  }

  restart(): Promise<void> {
    return this.#logged(this.client.needsStop() ? this.client.restart() : this.client.start());
  }

  async #tellTrust(): Promise<void> {
    if (this.client.isRunning()) await this.#logged(this.client.sendNotification(trustedMethod));
  }

  /** Tells the server of a change that no file watcher sees. */
  async fileChanged(uri: string): Promise<void> {
    if (!this.client.isRunning()) return;
    await this.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
  }

  /** Where the process types of an app start; undefined while the server does not run. */
  async entryPoints(uri: string): Promise<EntryPointsResult | undefined> {
    if (!this.client.isRunning()) return undefined;
    const params: AdminProcessesParams = { uri };
    return this.client.sendRequest<EntryPointsResult>(entryPointsMethod, params);
  }

  /** Has the editor ask for the code lenses again. */
  refreshLenses(): void {
    const feature = this.client.getFeature(CodeLensRequest.method);
    const providers = workspace.textDocuments.flatMap((document) => feature.getProvider(document) ?? []);
    for (const { onDidChangeCodeLensEmitter } of new Set(providers)) onDidChangeCodeLensEmitter.fire();
  }

  /** Notes in the log what went wrong in the background. */
  note(error: unknown): void {
    this.#log.error(String(error));
  }

  showLog(): void {
    this.#log.show(true);
  }

  /** The client tells the user itself, and the state shows it: whoever asked need not. */
  async #logged(work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => this.#log.error(String(error)));
  }
}

function serverModule(context: ExtensionContext): { run: NodeModule; debug: NodeModule } {
  const server: NodeModule = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    // The optimising compiler spends seconds on the grammars' lexers and gains nothing.
    options: { execArgv: ['--liftoff-only'] },
  };
  return { run: server, debug: server };
}

function clientOptions(
  context: ExtensionContext,
  log: LogOutputChannel,
  server: Pick<LanguageServer, 'typeState' | 'commands'>,
): LanguageClientOptions {
  const fileEvents = watchedPatterns.map((pattern) => workspace.createFileSystemWatcher(pattern));
  context.subscriptions.push(...fileEvents);
  return {
    documentSelector: schemes.flatMap((scheme) => [
      ...languageIds.map((language) => ({ scheme, language })),
      { scheme, pattern: filePattern },
    ]),
    outputChannel: log,
    traceOutputChannel: traceChannel(log),
    synchronize: { fileEvents, configurationSection: 'twelveFactor' },
    initializationOptions: (): InitializationOptions => ({
      trusted: workspace.isTrusted,
      commands: server.commands,
    }),
    middleware: {
      provideCodeLenses: async (document, token, next) =>
        lensesFor((await next(document, token)) ?? [], server.typeState),
    },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { supportThemeIcons: true },
    diagnosticPullOptions: {
      onChange: true,
      onSave: true,
      onTabs: true,
      match: (_selector, { scheme, path }) => isChecked(scheme, path),
    },
  };
}
