import { LineIndex, type Range } from '../text';

/** `twelve-factor-ignore-next-line group/name -- reason` or `twelve-factor-ignore-file …` in a comment. */
export interface Suppression {
  readonly scope: 'line' | 'file';
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  readonly range: Range;
  /** The line it speaks of; only for scope `line`. */
  readonly line: number;
}

const MARK = /twelve-factor-ignore-(next-line|file)[ \t]+([\w\-/, \t]*)/g;

/** All suppression comments of a text. */
export function readSuppressions(text: string): Suppression[] {
  if (!text.includes('twelve-factor-ignore-')) return [];
  const lines = new LineIndex(text);
  const found: Suppression[] = [];
  for (const match of text.matchAll(MARK)) {
    const [rules = '', ...reason] = (match[2] ?? '').split('--');
    const lineEnd = text.indexOf('\n', match.index);
    const rest = text.slice(match.index + match[0].length, lineEnd < 0 ? undefined : lineEnd);
    const words = (reason.join('--') + rest).replace(/(?:\*\/|-->)\s*$/, '').trim();
    found.push({
      scope: match[1] === 'file' ? 'file' : 'line',
      rules: rules.split(/[,\s]+/).filter((rule) => rule !== ''),
      reason: reason.length > 0 && words !== '' ? words : undefined,
      range: { start: match.index, end: match.index + match[0].trimEnd().length },
      line: lines.positionAt(match.index).line + 1,
    });
  }
  return found;
}

/** Whether a comment silences this rule on this line. One without a reason silences nothing. */
export function suppressionFor(
  suppressions: readonly Suppression[],
  rule: string,
  line: number,
): Suppression | undefined {
  return suppressions.find(
    (one) =>
      (one.scope === 'file' || one.line === line) &&
      one.rules.some((id) => id === rule || (id.endsWith('/*') && rule.startsWith(id.slice(0, -1)))),
  );
}
