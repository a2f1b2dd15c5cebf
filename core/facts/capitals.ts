const WORD = /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b|["'`.][A-Z][A-Z0-9]{2,}\b/g;
/** More of them make a table, not a program. */
const MOST = 2_000;

/**
 * The names of constants and variables in capitals that a text speaks of, in no order, each between blanks: a
 * variable that none of an app's texts names is one that no code of it reads.
 */
export function capitalsOf(text: string): string {
  const found = new Set<string>();
  for (const [word] of text.matchAll(WORD)) {
    found.add(/^[A-Z]/.test(word) ? word : word.slice(1));
    if (found.size >= MOST) break;
  }
  return ` ${[...found].join(' ')} `;
}
