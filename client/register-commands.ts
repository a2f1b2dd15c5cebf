import { commands, type ExtensionContext } from 'vscode';
import type { Command } from './command';
import { UserError } from './errors';
import { explain } from './explain';
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
