import type { AppView } from './view';

/** A line that a Procfile of the app would hold. */
export interface ProcessSuggestion {
  readonly type: string;
  readonly command: string;
  /** What it was found by, in a few words: `Django project shop`. */
  readonly why: string;
  /** The app’s own program that it starts, where no process of the app starts it yet. */
  readonly starts?: string;
}

/** What a stack's apps run; one file each in `stacks/`. The best suggestion for a process type comes first. */
export interface Stack {
  readonly id: string;
  /** Beside another stack it is mostly the front end, and its suggestions come last. */
  readonly comesLast?: true;
  suggest(view: AppView): readonly ProcessSuggestion[];
}

export function defineStack(stack: Stack): Stack {
  return Object.freeze(stack);
}
