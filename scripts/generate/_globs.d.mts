export function globsOf(pattern: RegExp): string[];
export function withoutCovered(globs: readonly string[]): string[];
export function regExpOf(globs: readonly string[]): string;
