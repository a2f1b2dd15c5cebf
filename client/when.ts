/** When clauses that several commands share. */

export const viewId = 'twelveFactor.formation';
export const parityViewId = 'twelveFactor.parity';

/** Processes may be started: the folder is trusted and lies on a real disk. */
export const mayRun = 'isWorkspaceTrusted && !virtualWorkspace';

export const hasFormation = 'twelveFactor.hasProcfile && isWorkspaceTrusted && !virtualWorkspace';

const inView = `view == ${viewId}`;

export const formationStopped = `${inView} && ${hasFormation} && !twelveFactor.procfileEmpty && !twelveFactor.formationRunning`;
export const formationRunning = `${inView} && twelveFactor.formationRunning`;

/** A row of one of these kinds (joined by `|`) whose context value holds the word, if one is given. */
export const row = (kinds: string, word?: string): string =>
  `${inView} && viewItem =~ /^(${kinds})\\b${word ? `.*\\b${word}\\b` : ''}/`;
