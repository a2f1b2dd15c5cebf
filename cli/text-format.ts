import type { Severity } from '../core/rule';
import type { Report, ReportedFinding } from './report';
import { severities } from './severities';

type Paint = (style: Style, text: string) => string;
type Style = 'bold' | 'dim' | Severity;

const CODES: Readonly<Record<Style, number>> = {
  bold: 1,
  dim: 2,
  error: 31,
  warning: 33,
  information: 36,
  hint: 90,
};
const NOUNS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['information', 'information'],
  hint: ['hint', 'hints'],
};

const MOST_GONE = 10;

/** The report for people: one line a finding, as compilers write them, then how many there are. */
export function textFormat(report: Report, colour: boolean): string {
  const paint: Paint = colour
    ? (style, text) => `\u001b[${CODES[style]}m${text}\u001b[0m`
    : (_, text) => text;
  const lines = report.findings.map((finding) => lineOf(finding, paint));
  if (lines.length > 0) lines.push('');
  lines.push(conclusion(report, paint), ...ofBaseline(report, paint));
  return `${lines.join('\n')}\n`;
}

function lineOf(finding: ReportedFinding, paint: Paint): string {
  const place = `${paint('bold', printable(finding.path))}:${finding.line}:${finding.column}`;
  const severity = paint(finding.severity, finding.severity);
  return `${place}: ${severity}: ${printable(finding.message)} ${paint('dim', `[${finding.rule}]`)}`;
}

function conclusion({ findings, summary }: Report, paint: Paint): string {
  const checked = `${count(summary.files, 'file', 'files')} checked in ${summary.seconds.toFixed(2)} s.`;
  if (summary.files === 0) return 'Nothing to check: no code, manifest, Procfile or env file is here.';
  if (findings.length === 0) return `No findings. ${checked}`;
  const counts = severities.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number > 0 ? [paint(severity, count(number, ...NOUNS[severity]))] : [];
  });
  const fixable = findings.filter((finding) => finding.fixable).length;
  const repairs = fixable > 0 ? ` ${fixable} can be repaired in the editor.` : '';
  return `${paint('bold', count(findings.length, 'finding', 'findings'))}: ${counts.join(', ')}.${repairs} ${checked}`;
}

/** What is hidden by the baseline, and what it no longer has to hide. */
function ofBaseline({ baseline }: Report, paint: Paint): string[] {
  if (!baseline) return [];
  const { known, gone } = baseline;
  const lines =
    known > 0 ? [paint('dim', `${count(known, 'finding', 'findings')} of the baseline not shown.`)] : [];
  const lost = gone.reduce((sum, one) => sum + one.count, 0);
  if (lost > 0) {
    const where = gone
      .slice(0, MOST_GONE)
      .map(({ path, rule }) => `  ${printable(path)} ${paint('dim', `[${rule}]`)}`);
    const more = gone.length - where.length;
    lines.push(
      `${count(lost, 'finding', 'findings')} of the baseline ${lost === 1 ? 'is' : 'are'} gone. Run twelve-factor check --prune-baseline:`,
      ...where,
      ...(more > 0 ? [`  and ${more} more`] : []),
    );
  }
  return lines;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Without control characters, which would reach the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}
