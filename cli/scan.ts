import { join } from 'node:path';
import type { App } from '../core/app';
import type { Picture } from '../core/facts/picture';
import { mostBytes } from '../core/limits';
import type { LintSettings } from '../core/lint/settings';
import type { Linter } from '../core/linter';
import type { Finding } from '../core/rule';
import { LineIndex, type Position } from '../core/text';
import { readText } from '../host/read';
import { type CodeFile, type Gap, indexFolder } from './index-folder';

/** A finding and where it stands, in lines and UTF-16 columns counted from 0. */
export interface PlacedFinding {
  readonly finding: Finding;
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
}

/**
 * Checks every file below a folder with the linter. `picture` is an empty one.
 * @throws where a grammar cannot be loaded.
 */
export async function scan(
  root: string,
  linter: Linter,
  picture: Picture,
  settings: LintSettings,
): Promise<Scan> {
  const { appFiles, code, config, files, bytes, gaps } = indexFolder(root, linter, picture);
  const findings: PlacedFinding[] = [];
  for (const path of appFiles) {
    const text = picture.appFile(path)?.text ?? '';
    findings.push(...placed(await linter.check(path, text, picture.appOf(path), settings), text));
  }
  for (const { path, text } of config) {
    findings.push(...placed(await linter.check(path, text, picture.appOf(path), settings), text));
  }
  for (const file of code) {
    const app = picture.appOf(file.path);
    const text = file.text ?? textAgain(root, file, linter, app);
    if (text === undefined) continue;
    const skim = file.text === undefined ? undefined : file.skim;
    findings.push(...placed(await linter.check(file.path, text, app, settings, skim), text));
  }
  return { findings: findings.sort(byPlace), files, bytes, gaps };
}

/** Reads a file again whose text was let go, where it may break a rule after all now that the app is known. */
function textAgain(root: string, file: CodeFile, linter: Linter, app: App): string | undefined {
  // Without its text a file can only look more like the app's own code than it is.
  if (!linter.draft(file.path, '', file.language, app, file.skim).needsTree) return undefined;
  const reading = readText(join(root, file.path), mostBytes(file.path));
  return 'skipped' in reading ? undefined : reading.text;
}

function placed(findings: readonly Finding[], text: string): PlacedFinding[] {
  if (findings.length === 0) return [];
  const lines = new LineIndex(text);
  return findings.map((finding) => ({
    finding,
    start: lines.positionAt(finding.range.start),
    end: lines.positionAt(finding.range.end),
  }));
}

function byPlace(a: PlacedFinding, b: PlacedFinding): number {
  if (a.finding.path !== b.finding.path) return a.finding.path < b.finding.path ? -1 : 1;
  return a.finding.range.start - b.finding.range.start || a.finding.range.end - b.finding.range.end;
}
