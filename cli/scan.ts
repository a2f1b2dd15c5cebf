import { join } from 'node:path';
import type { App } from '../core/app';
import type { Picture } from '../core/facts/picture';
import { mostBytes } from '../core/limits';
import { type Baseline, fingerprintsOf, type Gone, lostFiles, part } from '../core/lint/baseline';
import type { LintSettings } from '../core/lint/settings';
import type { Linter } from '../core/linter';
import type { Finding } from '../core/rule';
import { LineIndex, type Position } from '../core/text';
import { readText } from '../host/read';
import { type CodeFile, type Gap, indexFolder } from './index-folder';

/** A finding and where it stands, in lines and UTF-16 columns counted from 0. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** The same wherever its line moves. */
  readonly fingerprint: string;
  /** The baseline records it. */
  readonly known: boolean;
  readonly start: Position;
  readonly end: Position;
}

export interface Scan {
  /** By path, then by place. */
  readonly findings: readonly PlacedFinding[];
  /** How much was read. */
  readonly files: number;
  readonly bytes: number;
  readonly gaps: readonly Gap[];
  /** What the baseline records and is no longer there. */
  readonly gone: readonly Gone[];
}

/**
 * Checks every file below a folder with the linter, and parts what is new from what a baseline records. `picture` is an
 * empty one.
 * @throws where a grammar cannot be loaded.
 */
export async function scan(
  root: string,
  linter: Linter,
  picture: Picture,
  settings: LintSettings,
  baseline?: Baseline,
): Promise<Scan> {
  const { appFiles, code, config, files, bytes, gaps } = indexFolder(root, linter, picture);
  const judged = new Judged(baseline);
  for (const path of appFiles) {
    const text = picture.appFile(path)?.text ?? '';
    judged.add(await linter.check(path, text, picture.appOf(path), settings), path, text);
  }
  for (const { path, text } of config) {
    judged.add(await linter.check(path, text, picture.appOf(path), settings), path, text);
  }
  for (const file of code) {
    const app = picture.appOf(file.path);
    const text = file.text ?? textAgain(root, file, linter, app);
    if (text === undefined) continue;
    const skim = file.text === undefined ? undefined : file.skim;
    judged.add(await linter.check(file.path, text, app, settings, skim), file.path, text);
  }
  return { ...judged.result(), files, bytes, gaps };
}

/** Reads a file again whose text was let go, where it may break a rule after all now that the app is known. */
function textAgain(root: string, file: CodeFile, linter: Linter, app: App): string | undefined {
  // Without its text a file can only look more like the app's own code than it is.
  if (!linter.draft(file.path, '', file.language, app, file.skim).needsTree) return undefined;
  const reading = readText(join(root, file.path), mostBytes(file.path));
  return 'skipped' in reading ? undefined : reading.text;
}

/** The findings of all files as they come. */
class Judged {
  readonly #baseline: Baseline | undefined;
  readonly #findings: PlacedFinding[] = [];
  readonly #gone: Gone[] = [];
  readonly #seen = new Set<string>();

  constructor(baseline: Baseline | undefined) {
    this.#baseline = baseline;
  }

  add(findings: readonly Finding[], path: string, text: string): void {
    // Any file is judged once, but for one whose name makes it more than one thing.
    const { known, gone } = part(findings.filter(isLoud), path, text, this.#baseline);
    if (!this.#seen.has(path)) this.#gone.push(...gone);
    this.#seen.add(path);
    if (findings.length === 0) return;
    const lines = new LineIndex(text);
    const prints = fingerprintsOf(findings, text);
    for (const [index, finding] of findings.entries())
      this.#findings.push({
        finding,
        fingerprint: prints[index] ?? '',
        known: known.includes(finding),
        start: lines.positionAt(finding.range.start),
        end: lines.positionAt(finding.range.end),
      });
  }

  result(): Pick<Scan, 'findings' | 'gone'> {
    const gone = this.#baseline ? lostFiles(this.#baseline, (path) => this.#seen.has(path)) : [];
    return { findings: this.#findings.sort(byPlace), gone: [...this.#gone, ...gone] };
  }
}

function isLoud({ suppressed }: Finding): boolean {
  return suppressed === undefined;
}

function byPlace(a: PlacedFinding, b: PlacedFinding): number {
  if (a.finding.path !== b.finding.path) return a.finding.path < b.finding.path ? -1 : 1;
  return a.finding.range.start - b.finding.range.start || a.finding.range.end - b.finding.range.end;
}
