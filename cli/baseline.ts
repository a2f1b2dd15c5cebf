import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Baseline, baselineOf, type Gone, parseBaseline, printBaseline } from '../core/lint/baseline';
import { BASELINE_FILE } from '../core/lint/baseline-file';
import { codeOf, readText } from '../host/read';
import type { PlacedFinding } from './scan';
import { CannotRun, type Terminal } from './terminal';

/**
 * The baseline of a folder; undefined where it has none.
 * @throws CannotRun where there is one that cannot be read.
 */
export function readBaseline(root: string): Baseline | undefined {
  const reading = readText(join(root, BASELINE_FILE));
  if ('skipped' in reading) {
    if (reading.skipped === 'missing') return undefined;
    throw new CannotRun(`${BASELINE_FILE} cannot be used: it is ${reading.skipped}.`);
  }
  const { baseline, problem } = parseBaseline(reading.text);
  if (problem !== undefined) throw new CannotRun(`${BASELINE_FILE} cannot be used: ${problem}.`);
  return baseline;
}

/**
 * Writes the baseline of a folder anew.
 * @throws CannotRun where it cannot be written.
 */
export function writeBaseline(
  root: string,
  findings: readonly PlacedFinding[],
  gone: readonly Gone[],
  terminal: Terminal,
): void {
  const recorded = findings.map(({ finding: { path, rule }, fingerprint }) => ({ path, rule, fingerprint }));
  try {
    writeFileSync(join(root, BASELINE_FILE), printBaseline(baselineOf(recorded)));
  } catch (error) {
    throw new CannotRun(`${BASELINE_FILE} cannot be written (${codeOf(error)}).`);
  }
  const lost = gone.reduce((sum, { count }) => sum + count, 0);
  const words = findings.length === 1 ? '1 finding' : `${findings.length} findings`;
  terminal.out(`${words} recorded in ${BASELINE_FILE}${lost > 0 ? `, ${lost} taken out` : ''}.\n`);
}
