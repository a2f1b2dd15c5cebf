import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Scoped } from './scoped';
import type { Session } from './session';

/** What a feature works with. */
export interface FeatureContext {
  readonly connection: Connection;
  readonly session: Session;
  /**
   * Makes a request handler that never fails: pictures are brought up to the open documents first, and an error is
   * logged and answered with `otherwise`, as is a request that was cancelled meanwhile.
   */
  handler<Rest extends unknown[], Result>(
    task: string,
    otherwise: Result,
    answer: (...args: Rest) => Promise<Result> | Result,
  ): (...args: Rest) => Promise<Result>;
}

/** One thing that the server does for the editor; one file each in `features/`. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  /** What it does for Procfiles and env files alone. */
  readonly scoped?: readonly Scoped[];
  register(context: FeatureContext): void;
}

export function defineFeature(feature: Feature): Feature {
  return Object.freeze(feature);
}
