import { type ExtensionContext, type LanguageStatusItem, LanguageStatusSeverity, languages } from 'vscode';
import { languageIds } from './checked-files.generated';
import type { LanguageServer, ServerState } from './language-client';

interface Words {
  readonly text: string;
  readonly severity: LanguageStatusSeverity;
  readonly action: { readonly title: string; readonly command: string };
}

const showLog = { title: 'Show log', command: 'twelveFactor.server.showLog' };
const restart = { title: 'Restart', command: 'twelveFactor.server.restart' };
const { Information, Error: Failed } = LanguageStatusSeverity;

const words: Record<ServerState, Words> = {
  starting: { text: 'Twelve-Factor: starting', severity: Information, action: showLog },
  ready: { text: 'Twelve-Factor: ready', severity: Information, action: showLog },
  failed: { text: 'Twelve-Factor: language server failed', severity: Failed, action: restart },
  stopped: { text: 'Twelve-Factor: language server stopped', severity: Failed, action: restart },
};

/** Shows the server's state in the `{}` menu of the status bar, for the languages it checks. */
export function showLanguageStatus(context: ExtensionContext, server: LanguageServer): void {
  const item = languages.createLanguageStatusItem(
    'twelveFactor.server',
    languageIds.map((language) => ({ language })),
  );
  item.name = 'Twelve-Factor';
  paint(item, 'starting');
  context.subscriptions.push(
    item,
    server.onDidChangeState((state) => paint(item, state)),
  );
}

function paint(item: LanguageStatusItem, state: ServerState): void {
  const { text, severity, action } = words[state];
  item.text = text;
  item.severity = severity;
  item.command = action;
  item.busy = state === 'starting';
  item.accessibilityInformation = { label: text };
}
