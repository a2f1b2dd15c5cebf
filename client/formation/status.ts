import { commands, type ExtensionContext, StatusBarAlignment, window } from 'vscode';
import { viewId } from '../when';
import type { Formations } from './formations';
import { summaryOf } from './summary';

/** Shows how many processes run, while any does or one has failed; a click opens the view. */
export function showFormationStatus(context: ExtensionContext, formations: Formations): void {
  const item = window.createStatusBarItem('twelveFactor.formation', StatusBarAlignment.Left);
  item.name = 'Formation';
  item.command = { title: 'Show formation', command: `${viewId}.focus` };
  const paint = () => {
    const { active, text, spoken, failures, notes } = summaryOf(formations.views());
    item.text = `$(${failures.length > 0 ? 'warning' : 'server-process'}) ${text}`;
    item.tooltip = [`Formation: ${text} processes running`, ...failures, ...notes].join('\n');
    item.accessibilityInformation = { label: spoken, role: 'button' };
    if (active || failures.length > 0) item.show();
    else item.hide();
  };
  context.subscriptions.push(item, { dispose: formations.changes.add(paint) });
}

/** Tells the manifest's when clauses how things stand. */
export function setContextKeys(context: ExtensionContext, formations: Formations): void {
  const known = new Map<string, boolean>();
  const set = (key: string, value: boolean) => {
    if (known.get(key) === value) return;
    known.set(key, value);
    void commands.executeCommand('setContext', `twelveFactor.${key}`, value);
  };
  const update = () => {
    const found = formations.sessions.length > 0;
    set('hasProcfile', found);
    set('procfileMissing', formations.searched && !found);
    set(
      'severalProcfiles',
      formations.views().some(({ procfiles }) => procfiles.length > 1),
    );
    set('procfileEmpty', found && formations.views().every(({ types }) => types.length === 0));
    set('formationRunning', summaryOf(formations.views()).active);
  };
  context.subscriptions.push({ dispose: formations.changes.add(update) });
}
