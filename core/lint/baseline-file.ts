/** The file at a folder's root that records the findings which stood when it was written. */
export const BASELINE_FILE = '.twelvefactor-baseline.json';
