import { commands, type ExtensionContext, window } from 'vscode';
import type { Command } from './command';
import { UserError } from './errors';
import { reveal } from './reveal';
import type { Services } from './services';

export function registerCommands(
  context: ExtensionContext,
  services: Services,
  list: readonly Command[],
): void {
  for (const command of list) {
    const run = (...args: unknown[]) => guarded(() => command.run(services, ...args));
    context.subscriptions.push(commands.registerCommand(command.id, run));
  }
}

async function guarded(run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await explain(error);
    return undefined;
  }
}

async function explain(error: UserError): Promise<void> {
  const { place } = error;
  if (!place) {
    void window.showWarningMessage(error.message);
    return;
  }
  const open = `Open ${place.uri.slice(place.uri.lastIndexOf('/') + 1)}`;
  if ((await window.showWarningMessage(error.message, open)) === open) await reveal(place);
}
