import type { Range } from '../text';

/** Something to write at the place of the cursor. */
export interface ProcfileCompletion {
  readonly label: string;
  /** What it puts in place of `range`; `placeholder` in it, if given, is for the user to type over. */
  readonly newText: string;
  readonly placeholder?: string;
  readonly range: Range;
  readonly kind: 'process' | 'command' | 'script' | 'task' | 'file' | 'module' | 'option';
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Lower stands higher. */
  readonly rank: number;
}
