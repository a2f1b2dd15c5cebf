import type { AdminProcess } from './admin/admin-process';
import type { Position } from './text';

export { type AdminKind, type AdminProcess, adminKinds } from './admin/admin-process';

/** A range of the Language Server Protocol: zero-based lines, UTF-16 columns. */
export interface ProtocolRange {
  readonly start: Position;
  readonly end: Position;
}

/** What the client tells the server in `initializationOptions`. */
export interface InitializationOptions {
  /** Whether the user trusts the workspace. */
  readonly trusted: boolean;
  /** The commands that the client has, by id; left out, those that every version of it has. */
  readonly commands?: readonly string[];
}

/** Notification: the user has come to trust the workspace. */
export const trustedMethod = 'twelveFactor/trusted';

/** Request: the lines that a Procfile of an app would hold, from what is known of it. */
export const suggestProcfileMethod = 'twelveFactor/suggestProcfile';

export interface SuggestProcfileParams {
  /** The URI of the app's folder. */
  readonly folder: string;
}

export interface SuggestedProcess {
  readonly type: string;
  readonly command: string;
  /** What it was found by, in a few words. */
  readonly why: string;
}

/** Every line that was found, the best of each process type first, and whether the folder has been read to its end. */
export interface SuggestProcfileResult {
  readonly processes: readonly SuggestedProcess[];
  readonly complete: boolean;
}

/** Request: the whole edit that moves a literal into an env variable. */
export const moveToEnvVarMethod = 'twelveFactor/moveToEnvVar';

export interface MoveToEnvVarParams {
  readonly textDocument: { readonly uri: string };
  readonly range: ProtocolRange;
  /** The variable's name; left out, the server proposes one. */
  readonly name?: string;
}

/** `Edit` is the protocol's `WorkspaceEdit`; null where nothing at the range can be moved. */
export type MoveToEnvVarResult<Edit> = { readonly name: string; readonly edit: Edit } | null;

/** The command a code action runs so that the user can type another name over the proposed one. */
export const nameEnvVarCommand = 'twelveFactor.nameEnvVar';

/** Its one argument. */
export interface NameEnvVarArguments {
  readonly uri: string;
  readonly range: ProtocolRange;
  readonly name: string;
}

/** Request: the one-off processes of an app; the admin processes of factor 12. */
export const adminProcessesMethod = 'twelveFactor/adminProcesses';

export interface AdminProcessesParams {
  /** The URI of the folder that holds the app's Procfile. */
  readonly uri: string;
}

export type AdminProcessesResult = readonly AdminProcess[];

/** Request: where the process types of an app start; its parameters are those of the admin processes. */
export const entryPointsMethod = 'twelveFactor/entryPoints';

/** What is known of where one process type starts. */
export interface StartOfProcess {
  readonly type: string;
  /** Whether what it starts takes HTTP requests. */
  readonly serves: boolean;
  /** What it starts and how that stops, in one or two sentences; empty where nobody knows. */
  readonly says: string;
  /** The program behind its command, where that is known. */
  readonly program?: ProgramStarted;
}

/** The command line that a command leads to through scripts. Paths are relative to the app's folder. */
export interface ProgramStarted {
  readonly text: string;
  readonly folder: string;
  /** The file of code that it starts, and the language family of that. */
  readonly file?: string;
  readonly family?: string;
}

/** `complete` once all files of the app have been read. */
export interface EntryPointsResult {
  readonly complete: boolean;
  readonly starts: readonly StartOfProcess[];
}

/** Request: the edit that adds a variable to the env files of a document's app; null where all know it. */
export const addEnvVarMethod = 'twelveFactor/addEnvVar';

export interface AddEnvVarParams {
  readonly textDocument: { readonly uri: string };
  readonly name: string;
}

/** The command that a completion runs for a name that no file knows; it takes {@link AddEnvVarParams}. */
export const addEnvVarCommand = 'twelveFactor.env.add';

/** The commands that do what an edit cannot; each takes the file's URI. */
export const restrictFileCommand = 'twelveFactor.env.restrict';
export const untrackFileCommand = 'twelveFactor.env.untrack';

/** The command of a code lens in a manifest: shows the imports of the package at a position. */
export const showImportsCommand = 'twelveFactor.dependencies.showImports';

/** Its one argument. */
export interface ShowImportsArguments {
  readonly uri: string;
  readonly position: Position;
}

/** The command of a code action that asks which of several ways the user wants; its one argument follows. */
export const chooseFixCommand = 'twelveFactor.chooseFix';

/** A finding by its place and rule, its fix by the title, and what there is to choose from. */
export interface ChooseFixArguments {
  readonly uri: string;
  readonly range: ProtocolRange;
  readonly rule: string;
  readonly title: string;
  readonly choices: readonly { readonly label: string; readonly description: string }[];
}

/** Request: the edit of what was chosen. `Edit` is the protocol's `WorkspaceEdit`; null where that is gone. */
export const chooseFixMethod = 'twelveFactor/chooseFix';

export interface ChooseFixParams {
  readonly textDocument: { readonly uri: string };
  readonly range: ProtocolRange;
  readonly rule: string;
  readonly title: string;
  readonly choice: string;
}

export type ChooseFixResult<Edit> = { readonly edit: Edit } | null;

/** Request: the text of a folder's baseline file, as its findings are now; null where it cannot be made. */
export const baselineMethod = 'twelveFactor/baseline';

export interface BaselineParams {
  /** The URI of the workspace folder. */
  readonly folder: string;
  /** Only takes out what is gone. */
  readonly prune: boolean;
}

/** `recorded` is how many findings the text records. */
export type BaselineResult = { readonly text: string; readonly recorded: number } | null;

/** Request: what the environments of each app in the open folders are made of. Its parameters are an empty object. */
export const parityMethod = 'twelveFactor/parity';

/** One statement of a file. `range` is where it stands. */
export interface ParityCellItem {
  readonly column: string;
  /** Never the value of a variable. */
  readonly text: string;
  readonly uri: string;
  /** For people, relative to the folder. */
  readonly path: string;
  readonly range: ProtocolRange;
}

export interface ParityRowItem {
  readonly group: 'runtime' | 'service' | 'process' | 'env';
  readonly name: string;
  /** In words; null where the places agree. */
  readonly difference: string | null;
  /** In the order of the columns. */
  readonly cells: readonly ParityCellItem[];
}

export interface ParityApp {
  /** The app's folder, for people; the workspace folder's name for its root. */
  readonly name: string;
  readonly columns: readonly { readonly id: string; readonly title: string; readonly kind: string }[];
  readonly rows: readonly ParityRowItem[];
}

/** `complete` is false while a folder is still being read. */
export interface ParityResult {
  readonly apps: readonly ParityApp[];
  readonly complete: boolean;
}
