import type { ScannedVariable } from './words';

/** What the commands of a text share with those that are nested in it. */
export interface Reading {
  readonly text: string;
  readonly variables: ScannedVariable[];
  /** Nothing was found so far that does not close; it is looked for once, so that any text is read in linear time. */
  closes: boolean;
}

export function readingOf(text: string): Reading {
  return { text, variables: [], closes: true };
}
