/** Whether the line of a place is one of a comment of the C family as formatters write them. */
export function isInComment(text: string, at: number): boolean {
  return /^\s*(?:\/\/|\/\*|\*[ \t])/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
}
