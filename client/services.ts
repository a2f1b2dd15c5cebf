import type { OneOffs } from './admin/one-offs';
import type { Debugging } from './debug/debugging';
import type { Formations } from './formation/formations';
import type { Target } from './formation/view';
import type { LanguageServer } from './language-client';
import type { Masking } from './masking/masking';
import type { Outputs } from './output/outputs';
import type { ParityView } from './parity/tree-view';

/** What commands work with. */
export interface Services {
  readonly server: LanguageServer;
  readonly formations: Formations;
  readonly outputs: Outputs;
  readonly masking: Masking;
  readonly debugging: Debugging;
  readonly oneOffs: OneOffs;
  readonly parity: ParityView;
  /** What the row that a command was run on stands for; undefined from the palette. */
  targetOf(argument: unknown): Target | undefined;
}
