import { LineIndex, type Range } from '../text';

/**
 * `twelve-factor-ignore-next-line group/name -- reason` or `twelve-factor-ignore-file …` in a comment. XML allows no
 * `--` in a comment: a colon does as well.
 */
export interface Suppression {
  readonly scope: 'line' | 'file';
  readonly rules: readonly string[];
  readonly reason: string | undefined;
  readonly range: Range;
  /** The line it speaks of; only for scope `line`. */
  readonly line: number;
}

const MARK = /twelve-factor-ignore-(next-line|file)[ \t]+([^\r\n]*)/g;
/** Rules, and what follows the sign after them. */
const RULES_AND_REASON = /^([\w*/]+(?:(?:-|[, \t]+)[\w*/]+)*)?[, \t]*(?:(?:--|:)(.*))?/;

/** All suppression comments of a text. */
export function readSuppressions(text: string): Suppression[] {
  if (!text.includes('twelve-factor-ignore-')) return [];
  const lines = new LineIndex(text);
  const found: Suppression[] = [];
  for (const match of text.matchAll(MARK)) {
    const written = match[2] ?? '';
    const said = withoutClosing(written);
    const [, rules = '', reason = ''] = RULES_AND_REASON.exec(said) ?? [];
    const end = match.index + match[0].length - written.length + said.length;
    found.push({
      scope: match[1] === 'file' ? 'file' : 'line',
      rules: rules.split(/[,\s]+/).filter((rule) => rule !== ''),
      reason: reason.trim() === '' ? undefined : reason.trim(),
      range: { start: match.index, end },
      line: lines.positionAt(match.index).line + 1,
    });
  }
  return found;
}

/** What a comment says up to the sign that ends it. */
function withoutClosing(written: string): string {
  const ends = ['*/', '-->'].map((sign) => written.indexOf(sign)).filter((at) => at >= 0);
  return written.slice(0, Math.min(written.length, ...ends)).trimEnd();
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
