import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import {
  type Baseline,
  baselineOf,
  fingerprintsOf,
  type Gone,
  lostFiles,
  printBaseline,
  type Recorded,
} from '../core/lint/baseline';
import type { Finding } from '../core/rule';
import { LineIndex } from '../core/text';
import { source, toRange } from './convert';
import type { File } from './file';
import type { Folder } from './folder';
import type { Session } from './session';
import { Slices } from './slices';

/** What is said of a file: what is new, what the baseline records, and what it records and is gone. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly known: readonly Finding[];
  readonly gone: readonly Gone[];
}

/** The text of the baseline that a folder has now, or, with `prune`, what is left of the one it has. */
export async function baselineText(
  session: Session,
  folder: Folder,
  prune: boolean,
  token: CancellationToken,
): Promise<{ readonly text: string; readonly recorded: number } | undefined> {
  const slices = new Slices(session);
  const recorded: Recorded[] = [];
  const paths = prune ? [...(folder.settings.baseline?.keys() ?? [])] : [...folder.picture.paths];
  for (const path of paths) {
    const { findings, known } = await judgementOf(session, { folder, path });
    const all = prune ? known : [...findings, ...known];
    if (all.length > 0) recorded.push(...recordedOf(all, path, await textOf(session, { folder, path })));
    await slices.pause();
    if (token.isCancellationRequested) return undefined;
  }
  return { text: printBaseline(baselineOf(recorded)), recorded: recorded.length };
}

function recordedOf(findings: readonly Finding[], path: string, text: string): Recorded[] {
  const prints = fingerprintsOf(findings, text);
  return findings.map(({ rule }, index) => ({ path, rule, fingerprint: prints[index] ?? '' }));
}

async function judgementOf(session: Session, file: File): Promise<Judgement> {
  return session.documentAt(file)?.verdict() ?? session.checked.check(file);
}

async function textOf(session: Session, { folder, path }: File): Promise<string> {
  const open = session.documentAt({ folder, path });
  return open?.text ?? (await session.checked.textOf({ folder, path })) ?? '';
}

/** What a folder's baseline records and is gone, told in the baseline file itself. */
export async function goneDiagnostics(session: Session, folder: Folder): Promise<Diagnostic[]> {
  const { baselineText: text = '' } = folder;
  const { baseline } = folder.settings;
  if (!baseline || !folder.opened || !folder.picture.complete) return [];
  const slices = new Slices(session);
  const gone = lostFiles(baseline, (path) => folder.picture.paths.has(path));
  for (const path of baseline.keys()) {
    if (!folder.picture.paths.has(path)) continue;
    gone.push(...(await judgementOf(session, { folder, path })).gone);
    await slices.pause();
  }
  const lines = new LineIndex(text);
  return gone.map((one) => toDiagnostic(one, text, lines, baseline));
}

function toDiagnostic(
  { path, rule, count }: Gone,
  text: string,
  lines: LineIndex,
  baseline: Baseline,
): Diagnostic {
  const name = JSON.stringify(path);
  const at = Math.max(0, text.indexOf(`${name}: {`));
  const all = baseline.get(path)?.get(rule)?.length ?? count;
  const what = count === 1 ? `A finding of ${rule}` : `${count} findings of ${rule}`;
  const of = all > count ? ` of ${all}` : '';
  return {
    range: toRange({ start: at, end: at === 0 ? 0 : at + name.length }, lines),
    severity: DiagnosticSeverity.Information,
    source,
    code: 'baseline',
    message: `${what}${of} in ${path} ${count === 1 ? 'is' : 'are'} gone. Take out what is gone: run “Prune baseline”.`,
  };
}
