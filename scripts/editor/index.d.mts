export interface InstalledEditor {
  readonly version: string;
  readonly node: string;
  readonly server: string;
}

export interface ServerOptions {
  /** From `makeRunFolder`; removed when the server stops. */
  readonly folder: string;
  /** Extension packages to install first. */
  readonly vsix?: readonly string[];
  /** True: no workspace trust at all; false: the editor asks, as it does by default. */
  readonly trust?: boolean;
  readonly automation?: boolean;
  readonly port?: number;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface EditorServer {
  readonly port: number;
  readonly authority: string;
  /** Resolves with an exit code when the server has ended and nothing of it is left. */
  readonly ended: Promise<number | null>;
  urlOf(workspace: string, payload?: readonly (readonly [string, string])[]): string;
  log(): string;
  stop(): Promise<number | null>;
}

export const chromiumFlags: string[];
export function findChromium(): Promise<string>;
export function pythonWithDebugpy(): Promise<string>;
export function installEditor(name: 'floor' | 'newest'): Promise<InstalledEditor>;
export function makeRunFolder(): string;
export function startServer(editor: InstalledEditor, options: ServerOptions): Promise<EditorServer>;
export function copyWorkspace(fixture: string, folder: string): Promise<string>;
