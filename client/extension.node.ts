import { type Disposable, type ExtensionContext, type Terminal, Uri, window } from 'vscode';
import { OneOffs } from './admin/one-offs';
import { commands } from './commands/index.generated';
import { Debugging } from './debug/debugging';
import { provideDebugConfigurations } from './debug/provider';
import { Formations } from './formation/formations';
import { Starts } from './formation/starts';
import { setContextKeys, showFormationStatus } from './formation/status';
import { createFormationView } from './formation/tree-view';
import { watchSources } from './formation/watch';
import { LanguageServer } from './language-client';
import { showLanguageStatus } from './language-status';
import { stateBy, statesOf } from './lens-titles';
import { Masking } from './masking/masking';
import { showMaskingStatus } from './masking/status';
import { loadEnvGrammar } from './masking/warm-up';
import { Outputs } from './output/outputs';
import { provideStackLinks } from './output/stack-links';
import { ParityView } from './parity/tree-view';
import { registerCommands } from './register-commands';
import { provideTasks } from './tasks/provider';

/** So long after an answer that is no whole one the server is asked again. */
const AGAIN_MS = 2_000;

export function activate(context: ExtensionContext): void {
  // First, so that what is open is decorated as soon as can be.
  const masking = new Masking(context);
  showMaskingStatus(context, masking);
  void loadEnvGrammar(context);
  const log = window.createOutputChannel('Twelve-Factor', { log: true });
  const server = new LanguageServer(context, log);
  const starts = new Starts(
    (key) => server.entryPoints(key),
    (again) => setTimeout(again, AGAIN_MS),
  );
  const formations = new Formations(context, (key) => starts.of(key));
  const outputs = new Outputs(() => formations.sessions.length > 1);
  const debugging = new Debugging((key) => formations.find(key), starts);
  const oneOffs = new OneOffs(context, server);
  context.subscriptions.push(log, formations, outputs, debugging, oneOffs);

  const view = createFormationView(context, formations, starts);
  context.subscriptions.push(server.onDidChangeState((state) => state === 'ready' && view.paint()));
  const parity = new ParityView(context, server);
  registerCommands(
    context,
    { server, formations, outputs, debugging, oneOffs, masking, parity, targetOf: view.targetOf },
    commands,
  );
  setContextKeys(context, formations);
  showFormationStatus(context, formations);
  showLanguageStatus(context, server);
  provideStackLinks(context, (terminal) => outputs.rootOf(terminal) ?? rootAt(formations, terminal));
  provideDebugConfigurations(context, formations, debugging);
  provideTasks(context, formations);
  watchSources(context, formations, log);
  server.commands = commands.map(({ id }) => id);
  server.typeState = (key) => stateBy(formations, key);
  context.subscriptions.push(refreshLenses(formations, server));
  void server.start();
}

/** Figures of processes change every few seconds; lenses show none of them. */
function refreshLenses(formations: Formations, server: LanguageServer): Disposable {
  let shown = '';
  const refresh = () => {
    const states = statesOf(formations);
    if (states !== shown) server.refreshLenses();
    shown = states;
  };
  return { dispose: formations.changes.add(refresh) };
}

/** The app whose folder a terminal was opened in, such as that of a one-off process. */
function rootAt(formations: Formations, { creationOptions }: Terminal): Uri | undefined {
  const cwd = 'cwd' in creationOptions ? creationOptions.cwd : undefined;
  const found = cwd && formations.at(typeof cwd === 'string' ? cwd : cwd.fsPath);
  return found ? Uri.parse(found.key) : undefined;
}
