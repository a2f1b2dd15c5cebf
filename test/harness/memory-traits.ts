import type { ClientCapabilities } from 'vscode-languageserver/node';

export interface Settings {
  readonly rules?: Readonly<Record<string, string>>;
  readonly diagnostics?: { readonly scope: string };
  readonly baseline?: { readonly enabled: boolean };
  readonly codeLens?: { readonly enabled?: boolean; readonly imports?: boolean };
  readonly formation?: { readonly procfile?: string; readonly basePort?: number };
}

/** How a client differs from others. */
export interface Traits {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
}

/** How a client opens these folders. */
export function initializeParams(
  folders: readonly string[],
  { capabilities = {}, initializationOptions }: Traits,
): object {
  return {
    processId: null,
    rootUri: null,
    workspaceFolders: folders.map((name) => ({ uri: `file:///${name}`, name })),
    capabilities: {
      ...capabilities,
      workspace: {
        configuration: true,
        workspaceFolders: true,
        diagnostics: { refreshSupport: true },
        ...capabilities.workspace,
      },
    },
    initializationOptions,
  };
}
