import type { Formations } from './formation/formations';
import type { Outputs } from './formation/output';
import type { Target } from './formation/view';
import type { LanguageServer } from './language-client';
import type { Masking } from './masking/masking';

/** What commands work with. */
export interface Services {
  readonly server: LanguageServer;
  readonly formations: Formations;
  readonly outputs: Outputs;
  readonly masking: Masking;
  /** What the row that a command was run on stands for; undefined from the palette. */
  targetOf(argument: unknown): Target | undefined;
}
