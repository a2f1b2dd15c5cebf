import type { LineIndex } from '../text';

/** Comments on a credential's own line by which other tools are told that it is meant to stand there. */
const ON_LINE =
  /\bgitleaks:allow\b|\bpragma:[ \t]*(?:allow|white)list[ \t]+secret\b|\bnosec\b(?![ \t:]*[A-AC-Z]\d|[ \t:]*B(?!10[567]\b)\d)|#[ \t]*noqa(?:[ \t]*:[ \t]*(?:[A-Z]+\d+[, \t]+)*S10[567]\b|[ \t]*$)|\bNOSONAR\b|\bnosemgrep\b|\bggignore\b|\btrufflehog:ignore\b|\bsecretlint-disable-line\b/i;
/** The same on the line before. */
const ON_LINE_BEFORE =
  /\bpragma:[ \t]*(?:allow|white)list[ \t]+nextline[ \t]+secret\b|\bsecretlint-disable-next-line\b|\bggignore-next-line\b/i;
const LONGEST_LINE = 2_000;

/** Whether a line, or the one above it, says to another tool that the credential in it is no mistake. */
export function isAllowed(text: string, lines: LineIndex, line: number): boolean {
  return (
    ON_LINE.test(lineAt(text, lines, line)) ||
    (line > 0 && ON_LINE_BEFORE.test(lineAt(text, lines, line - 1)))
  );
}

function lineAt(text: string, lines: LineIndex, line: number): string {
  const start = lines.offsetAt({ line, character: 0 });
  const end = text.indexOf('\n', start);
  // The comment stands at the end.
  return text
    .slice(start, end < 0 ? undefined : end)
    .slice(-LONGEST_LINE)
    .trimEnd();
}
