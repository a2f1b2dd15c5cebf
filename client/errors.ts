import type { Range } from '../core/text';

/** Where the user can mend what went wrong. */
export interface Place {
  /** The file's URI. */
  readonly uri: string;
  readonly range: Range | undefined;
}

/** A failure whose message is meant to be read as it is, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly place: Place | undefined;

  constructor(message: string, place?: Place) {
    super(message);
    this.place = place;
  }
}
