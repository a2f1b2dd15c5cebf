import type { Range } from '../core/text';

/** Where the user can mend what went wrong. */
export interface Place {
  /** The file's URI. */
  readonly uri: string;
  readonly range: Range | undefined;
}

/** What the user can do about it: a command of the editor, under a title. */
export interface Action {
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

/** A failure whose message is meant to be read as it is, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly place: Place | undefined;
  readonly action: Action | undefined;

  constructor(message: string, place?: Place, action?: Action) {
    super(message);
    this.place = place;
    this.action = action;
  }
}
