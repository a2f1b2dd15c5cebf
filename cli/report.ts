import { factorOf } from '../core/factors';
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

export function reportOf(version: string, root: string, scan: Scan, seconds: number): Report {
  const { files, bytes } = scan;
  return { version, root, findings: scan.findings.map(reported), summary: { files, bytes, seconds } };
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
