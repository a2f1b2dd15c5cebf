import {
  CancellationToken,
  type CodeAction,
  type CodeActionContext,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type Position,
  ProgressType,
  type ProtocolConnection,
  type Range,
  type Registration,
  type RegistrationParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import type { Rule } from '../../core/rule';
import type { Session } from '../../server/session';
import { MemoryDocuments } from './memory-documents';
import { MemoryHost } from './memory-host';
import { MemoryLink } from './memory-link';
import { initializeParams, type Settings, type Traits } from './memory-traits';

export type { Settings, Traits };

/** An editor's end of the protocol, with its own documents, and a server on a disk in memory. */
export class MemoryClient extends MemoryDocuments {
  /** What the server has logged. */
  readonly log: string[] = [];
  /** How often the server has asked to pull again. */
  refreshes = 0;
  /** How often it has asked to take the code lenses again. */
  lensRefreshes = 0;
  /** What it has registered later. */
  readonly registrations: Registration[] = [];
  settings: Settings = {};
  readonly #link: MemoryLink;

  private constructor(files: Readonly<Record<string, string>>, rules?: readonly Rule[]) {
    super(new MemoryHost(files));
    this.#link = new MemoryLink(this.host, rules);
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.#connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    this.#connection.onRequest('workspace/codeLens/refresh', () => {
      this.lensRefreshes++;
      return null;
    });
    this.#connection.onRequest('client/registerCapability', (params: RegistrationParams) => {
      this.registrations.push(...params.registrations);
      return null;
    });
    this.#connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
    });
    this.#connection.listen();
  }

  get #connection(): ProtocolConnection {
    return this.#link.connection;
  }

  get session(): Session {
    return this.#link.session;
  }

  /** Everything that the server has sent, as it went over the wire. */
  get sent(): string {
    return this.#link.sent;
  }

  /** Starts a server on a folder that holds these files, with all rules or with these, and waits until it has read them. */
  static async start(
    files: Readonly<Record<string, string>> = {},
    settings: Settings = {},
    folders: readonly string[] = ['app'],
    rules?: readonly Rule[],
    traits: Traits = {},
  ): Promise<MemoryClient> {
    const client = new MemoryClient(files, rules);
    client.settings = settings;
    await client.request('initialize', initializeParams(folders, traits));
    client.notify('initialized', {});
    await client.idle();
    return client;
  }

  /** Runs `use` with a server that is gone afterwards. */
  static async with<T>(
    files: Readonly<Record<string, string>>,
    use: (client: MemoryClient) => Promise<T>,
    settings: Settings = {},
    folders?: readonly string[],
    rules?: readonly Rule[],
    traits?: Traits,
  ): Promise<T> {
    const client = await MemoryClient.start(files, settings, folders, rules, traits);
    try {
      return await use(client);
    } finally {
      await client.stop();
    }
  }

  stop(): Promise<void> {
    return this.#link.stop();
  }

  request<Result>(
    method: string,
    params: unknown,
    token: CancellationToken = CancellationToken.None,
  ): Promise<Result> {
    return this.#connection.sendRequest<Result>(method, params, token);
  }

  /** Asks about a document, or about the second character of the first occurrence of a text in it. */
  ask<Result>(method: string, path: string, text?: string, more: object = {}): Promise<Result> {
    const textDocument = { uri: this.uri(path) };
    if (text === undefined) return this.request(`textDocument/${method}`, { textDocument, ...more });
    const { line, character } = this.rangeOf(path, text).start;
    const position = { line, character: character + 1 };
    return this.request(`textDocument/${method}`, { textDocument, position, ...more });
  }

  override notify(method: string, params: unknown): void {
    void this.#connection.sendNotification(method, params);
  }

  /** Resolves once the server has taken up all that was sent and has no work left, and all it sent has come. */
  async idle(): Promise<void> {
    await this.hover('nowhere.txt', { line: 0, character: 0 });
    await this.session.tasks.idle();
    await this.hover('nowhere.txt', { line: 0, character: 0 });
  }

  pull(path: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri: this.uri(path) }, previousResultId };
    return this.request('textDocument/diagnostic', params);
  }

  async diagnostics(path: string): Promise<Diagnostic[]> {
    const report = await this.pull(path);
    if (report.kind !== 'full') throw new Error('A first pull is answered in full');
    return report.items;
  }

  /** Pulls the whole workspace as a client does that knows these reports; the answer may be held. */
  pullWorkspace(
    known: readonly WorkspaceDocumentDiagnosticReport[] = [],
    token: CancellationToken = CancellationToken.None,
  ): Promise<WorkspaceDiagnosticReport> {
    const previousResultIds = known.map(({ uri, resultId }) => ({ uri, value: resultId }));
    return this.#connection.sendRequest('workspace/diagnostic', { previousResultIds }, token);
  }

  /** The same by partial results: the reports that came before the answer, in their batches. */
  async pullWorkspaceInParts(): Promise<WorkspaceDocumentDiagnosticReport[][]> {
    const parts: WorkspaceDocumentDiagnosticReport[][] = [];
    const partialResultToken = 'parts';
    const type = new ProgressType<WorkspaceDiagnosticReport>();
    const progress = this.#connection.onProgress(type, partialResultToken, ({ items }) => {
      parts.push(items);
    });
    const answer = await this.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken,
    });
    progress.dispose();
    return [...parts, ...(answer.items.length > 0 ? [answer.items] : [])];
  }

  /** The actions at the first occurrence of a text; asked for by hand, as with the keyboard. */
  actions(path: string, text: string, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    return this.actionsAt(path, this.rangeOf(path, text), { triggerKind: 1, ...context });
  }

  actionsAt(path: string, range: Range, context: Partial<CodeActionContext>): Promise<CodeAction[]> {
    const params = {
      textDocument: { uri: this.uri(path) },
      range,
      context: { diagnostics: [], ...context },
    };
    return this.request('textDocument/codeAction', params);
  }

  resolve(action: CodeAction): Promise<CodeAction> {
    return this.request('codeAction/resolve', action);
  }

  hover(path: string, position: Position): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri: this.uri(path) }, position });
  }

  async completion(path: string, position: Position): Promise<CompletionItem[]> {
    const textDocument = { uri: this.uri(path) };
    const { items } = await this.request<CompletionList>('textDocument/completion', {
      textDocument,
      position,
    });
    return items;
  }
}
