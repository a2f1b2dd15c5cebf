/**
 * Runs a reader that may throw on malformed text, or run out of stack on text nested too deeply. Gives what it read,
 * or one sentence on why nothing was read.
 */
export function reading<T>(read: () => T): { readonly value: T } | { readonly problem: string } {
  try {
    return { value: read() };
  } catch (error) {
    return {
      problem: error instanceof RangeError ? 'This file is nested too deeply to be read.' : describe(error),
    };
  }
}

function describe(error: unknown): string {
  const line = error instanceof Error && 'lineNumber' in error ? ` at line ${error.lineNumber}` : '';
  return `This file cannot be read${line}: mend its syntax.`;
}
