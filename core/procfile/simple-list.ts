import type { Assignment, Redirect, SimpleCommand, Word } from './procfile';

/** The simple commands of a line that were read, and the parts of the one that is being read. */
export class SimpleList {
  readonly all: SimpleCommand[] = [];
  assignments: Assignment[] = [];
  words: Word[] = [];
  redirects: Redirect[] = [];

  get hasParts(): boolean {
    return this.assignments.length + this.words.length + this.redirects.length > 0;
  }

  /** Ends the one being read at a place; after a closing parenthesis its operator is still to come. */
  end(operator: string | undefined, at: number): void {
    const { assignments, words, redirects } = this;
    const last = this.all.at(-1);
    if (!this.hasParts) {
      if (last && last.operator === undefined && operator)
        this.all[this.all.length - 1] = { ...last, operator };
      return;
    }
    const parts = [...assignments, ...words, ...redirects].map((part) => part.range);
    const range = {
      start: parts.reduce((least, part) => Math.min(least, part.start), at),
      end: parts.reduce((most, part) => Math.max(most, part.end), 0),
    };
    this.all.push({ assignments, words, redirects, range, operator });
    [this.assignments, this.words, this.redirects] = [[], [], []];
  }
}
