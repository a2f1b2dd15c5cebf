import {
  type DebugConfiguration,
  type DebugConfigurationProvider,
  DebugConfigurationProviderTriggerKind,
  debug,
  type ExtensionContext,
  type WorkspaceFolder,
} from 'vscode';
import { UserError } from '../errors';
import { explain } from '../explain';
import { appOf, sessionsIn, wholeFormation } from '../formation/app-of';
import type { Formations } from '../formation/formations';
import type { Debugging } from './debugging';

/** The type of our own configurations; each becomes one of the debugger of its process's language. */
export const debugType = 'procfile';

/** Offers each process type to Run and Debug without a launch.json, and resolves those that stand in one. */
class ProcfileConfigurations implements DebugConfigurationProvider {
  readonly #formations: Formations;
  readonly #debugging: Debugging;

  constructor(formations: Formations, debugging: Debugging) {
    this.#formations = formations;
    this.#debugging = debugging;
  }

  provideDebugConfigurations(folder: WorkspaceFolder | undefined): DebugConfiguration[] {
    // What belongs to no folder would be offered twice.
    if (!folder) return [];
    return sessionsIn(this.#formations, folder).flatMap((session) => {
      const { types, processes } = session.view();
      const app = appOf(session);
      const shared = { type: debugType, ...(app && { app }) };
      const launches = types
        .filter(({ oneOff }) => !oneOff)
        .map(({ name }) => ({
          ...shared,
          request: 'launch',
          name: named(`Debug ${name}`, app),
          process: name,
        }));
      const all = {
        ...shared,
        request: 'launch',
        name: named('Debug formation', app),
        process: wholeFormation,
      };
      const attachments = processes
        .filter(({ status }) => status === 'running')
        .map(({ id }) => ({
          ...shared,
          request: 'attach',
          name: named(`Attach to ${id}`, app),
          process: id,
        }));
      return [...launches, ...(launches.length > 1 ? [all] : []), ...attachments];
    });
  }

  async resolveDebugConfiguration(
    folder: WorkspaceFolder | undefined,
    configuration: DebugConfiguration,
  ): Promise<DebugConfiguration | undefined> {
    try {
      return await this.#resolve(folder, configuration);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      void explain(error);
      return undefined;
    }
  }

  async #resolve(
    folder: WorkspaceFolder | undefined,
    { process, app = '', request, name }: DebugConfiguration,
  ): Promise<DebugConfiguration | undefined> {
    const session = sessionsIn(this.#formations, folder).find((candidate) => appOf(candidate) === app);
    if (!session) throw new UserError('No Procfile was found for this debug configuration.');
    if (typeof process !== 'string' || process === '') {
      throw new UserError('Say in “process” which process type to debug, such as "web".');
    }
    if (process === wholeFormation) {
      await this.#debugging.startAll(session);
      return undefined;
    }
    const id = process.includes('.') ? process : `${process}.1`;
    if (request === 'attach') return { ...(await this.#debugging.attachment(session, id)), name };
    const target = { formation: session.key, type: id.slice(0, id.lastIndexOf('.')), id };
    return { ...(await this.#debugging.configure(session, target)), name };
  }
}

function named(what: string, app: string): string {
  return app === '' ? what : `${what} (${app})`;
}

export function provideDebugConfigurations(
  context: ExtensionContext,
  formations: Formations,
  debugging: Debugging,
): void {
  const provider = new ProcfileConfigurations(formations, debugging);
  const { Initial, Dynamic } = DebugConfigurationProviderTriggerKind;
  context.subscriptions.push(
    debug.registerDebugConfigurationProvider(debugType, provider, Initial),
    debug.registerDebugConfigurationProvider(
      debugType,
      { provideDebugConfigurations: (folder) => provider.provideDebugConfigurations(folder) },
      Dynamic,
    ),
  );
}
