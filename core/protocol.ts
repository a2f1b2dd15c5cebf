import type { Position } from './text';

/** A range of the Language Server Protocol: zero-based lines, UTF-16 columns. */
export interface ProtocolRange {
  readonly start: Position;
  readonly end: Position;
}

/** What the client tells the server in `initializationOptions`. */
export interface InitializationOptions {
  /** Whether the user trusts the workspace. */
  readonly trusted: boolean;
}

/** Notification: the user has come to trust the workspace. */
export const trustedMethod = 'twelveFactor/trusted';

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
