import { type ExtensionContext, window } from 'vscode';
import { commands } from './commands/index.generated';
import { Formations } from './formation/formations';
import { Outputs } from './formation/output';
import { setContextKeys, showFormationStatus } from './formation/status';
import { createFormationView } from './formation/tree-view';
import { watchSources } from './formation/watch';
import { LanguageServer } from './language-client';
import { showLanguageStatus } from './language-status';
import { Masking } from './masking/masking';
import { showMaskingStatus } from './masking/status';
import { loadEnvGrammar } from './masking/warm-up';
import { registerCommands } from './register-commands';

export function activate(context: ExtensionContext): void {
  // First, so that what is open is decorated as soon as can be.
  const masking = new Masking(context);
  showMaskingStatus(context, masking);
  void loadEnvGrammar(context);
  const log = window.createOutputChannel('Twelve-Factor', { log: true });
  const server = new LanguageServer(context, log);
  const formations = new Formations(context);
  const outputs = new Outputs(() => formations.sessions.length > 1);
  context.subscriptions.push(log, formations, outputs);

  const view = createFormationView(context, formations);
  registerCommands(context, { server, formations, outputs, masking, targetOf: view.targetOf }, commands);
  setContextKeys(context, formations);
  showFormationStatus(context, formations);
  showLanguageStatus(context, server);
  watchSources(context, formations, log);
  void server.start();
}
