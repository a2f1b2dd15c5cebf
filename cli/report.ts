import { factorOf } from '../core/factors';
import type { Gone } from '../core/lint/baseline';
import type { Severity } from '../core/rule';
import type { PlacedFinding, Scan } from './scan';
import { severities } from './severities';

/** The object that `check --format json` prints. */
export interface Report {
  readonly version: string;
  /** The folder that was checked, absolute. */
  readonly root: string;
  readonly findings: readonly ReportedFinding[];
  readonly summary: { readonly files: number; readonly bytes: number; readonly seconds: number };
  /** Only where there is a baseline. */
  readonly baseline?: BaselineReport;
}

export interface BaselineReport {
  /** How many findings are not told because the baseline records them. */
  readonly known: number;
  /** What it records and is no longer there. */
  readonly gone: readonly Gone[];
}

/** Lines and UTF-16 columns count from 1; the end column is the one after the last character. */
export interface ReportedFinding {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly factor: number;
  readonly severity: Severity;
  readonly message: string;
  readonly fixable: boolean;
  /** Other places that belong to it. */
  readonly related?: readonly { path: string; line: number; column: number; message: string }[];
}

/** The report of what is new. */
export function reportOf(
  version: string,
  root: string,
  scan: Scan,
  seconds: number,
  hasBaseline = false,
): Report {
  const { files, bytes, gone } = scan;
  const fresh = scan.findings.filter(isFresh);
  const report = { version, root, findings: fresh.map(reported), summary: { files, bytes, seconds } };
  const known = scan.findings.filter((one) => one.known).length;
  return hasBaseline ? { ...report, baseline: { known, gone } } : report;
}

/** Neither recorded by the baseline nor silenced by a comment. */
export function isFresh({ known, finding }: PlacedFinding): boolean {
  return !known && finding.suppressed === undefined;
}

function reported({ finding, start, end }: PlacedFinding): ReportedFinding {
  return {
    path: finding.path,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    rule: finding.rule,
    factor: factorOf(finding.rule).number,
    severity: finding.severity,
    message: finding.message,
    fixable: finding.fixable,
    ...(finding.related
      ? {
          related: finding.related.map(({ path, start: at, message }) => ({
            path,
            line: at.line + 1,
            column: at.character + 1,
            message,
          })),
        }
      : {}),
  };
}

/** Whether one of the findings is at least as loud as `level`. */
export function reaches(findings: readonly ReportedFinding[], level: Severity): boolean {
  return findings.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(level));
}
