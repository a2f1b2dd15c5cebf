import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Picture } from '../core/facts/picture';
import type { GrammarHost } from '../core/host';
import { BASELINE_FILE } from '../core/lint/baseline-file';
import { CONFIG_FILE, parseConfigFile } from '../core/lint/config-file';
import type { LintSettings } from '../core/lint/settings';
import { Linter } from '../core/linter';
import manifests from '../core/manifests/index.generated';
import type { Severity } from '../core/rule';
import { Grammars } from '../core/syntax/grammars';
import { codeOf, readText } from '../host/read';
import { readBaseline, writeBaseline } from './baseline';
import type { Gap } from './index-folder';
import { isFresh, type Report, reaches, reportOf } from './report';
import { type Scan, scan } from './scan';
import { CannotRun, type Terminal } from './terminal';
import { printable, textFormat } from './text-format';

export interface CheckOptions {
  readonly format: 'text' | 'json' | 'sarif';
  readonly failOn: Severity;
  /** True to record what stands, false to show what is recorded too. */
  readonly baseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly all?: boolean;
}

const MOST_GAPS = 10;

/**
 * Checks the app in a folder and prints what it finds.
 * @returns the exit code: 1 where a finding is at or above `failOn`, else 0.
 * @throws CannotRun where the folder or its config file cannot be read.
 */
export async function check(
  folder: string,
  options: CheckOptions,
  version: string,
  grammars: GrammarHost,
  terminal: Terminal,
): Promise<0 | 1> {
  const root = resolve(folder);
  mustBeFolder(root);
  const settings = { ...settingsIn(root), withSuppressed: options.all === true };
  const baseline = options.baseline === undefined ? readBaseline(root) : undefined;
  if (options.pruneBaseline && !baseline)
    throw new CannotRun(`There is no ${BASELINE_FILE} to take anything out of.`);
  const start = terminal.now();
  const found = await scan(
    root,
    new Linter(new Grammars(grammars)),
    new Picture(manifests),
    settings,
    baseline,
  );
  const seconds = Math.round(terminal.now() - start) / 1000;
  terminal.err(notes(found.gaps));
  if (options.baseline === true || options.pruneBaseline === true) {
    writeBaseline(
      root,
      found.findings.filter((one) => (isFresh(one) ? options.baseline : one.known)),
      found.gone,
      terminal,
    );
    return 0;
  }
  const report = reportOf(version, root, found, seconds, baseline !== undefined);
  await terminal.out(await printed(report, found, options, terminal));
  return reaches(report.findings, options.failOn) ? 1 : 0;
}

async function printed(
  report: Report,
  found: Scan,
  { format, all }: CheckOptions,
  { colour }: Terminal,
): Promise<string> {
  if (format === 'text') return textFormat(report, colour);
  const value = format === 'json' ? report : (await import('./sarif')).sarifOf(report, found, all === true);
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** @throws CannotRun where there is no folder that can be read. */
export function mustBeFolder(root: string): void {
  try {
    if (!statSync(root).isDirectory()) throw new CannotRun(`${root} is not a folder.`);
    readdirSync(root);
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new CannotRun(`${root} does not exist.`);
    throw new CannotRun(`${root} cannot be read (${code}).`);
  }
}

function settingsIn(root: string): LintSettings {
  const reading = readText(join(root, CONFIG_FILE));
  if ('skipped' in reading && reading.skipped !== 'missing') throw unusable(`it is ${reading.skipped}`);
  const { settings, problem } = parseConfigFile('skipped' in reading ? '' : reading.text);
  if (problem) throw unusable(problem);
  return settings;
}

function unusable(reason: string): CannotRun {
  return new CannotRun(`${CONFIG_FILE} cannot be used: ${reason}.`);
}

/** What was not looked at, so that nobody takes it for checked. */
function notes(gaps: readonly Gap[]): string {
  const lines = gaps
    .slice(0, MOST_GAPS)
    .map(({ path, reason }) => `Not checked: ${printable(path)} (${reason})\n`);
  const rest = gaps.length - lines.length;
  return lines.join('') + (rest > 0 ? `Not checked: ${rest} more\n` : '');
}
