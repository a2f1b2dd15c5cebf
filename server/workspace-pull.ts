import type {
  CancellationToken,
  Diagnostic,
  PreviousResultId,
  ResultProgressReporter,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { isAppFile } from '../core/facts/app-files';
import { BASELINE_FILE } from '../core/lint/baseline-file';
import type { Linter } from '../core/linter';
import { goneDiagnostics } from './baselines';
import { toDiagnostic } from './convert';
import { type File, keyOf } from './file';
import type { Folder } from './folder';
import { belongs } from './membership';
import type { Session } from './session';
import { Slices } from './slices';
import { uriOf } from './uri';

type PartialResults = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

const BATCH = 50;
/** Changes come in bursts, and nobody looks at closed files while typing. In milliseconds. */
const BURST = 250;

/**
 * Answers with the files whose diagnostics differ from what the client has, and waits as long as there are none: the
 * client asks again after each answer, so that an empty one would only make it ask in circles.
 */
export async function holdWorkspacePull(
  session: Session,
  params: WorkspaceDiagnosticParams,
  token: CancellationToken,
  partial: PartialResults | undefined,
): Promise<WorkspaceDiagnosticReport> {
  const isOver = (): boolean => token.isCancellationRequested || session.ended;
  while (!isOver()) {
    const { revision } = session;
    const items = await news(session, params.previousResultIds, isOver, partial);
    if (items) return { items };
    await changeAfter(session, revision, token);
    if (isOver()) break;
    await session.host.delay(BURST);
    session.settle();
  }
  return { items: [] };
}

/** The id of what is said of a file that no editor holds: what is said, and how often the file was closed. */
export function closedId(session: Session, file: File, items: readonly Diagnostic[]): string {
  return `${session.closings.get(keyOf(file))?.count ?? 0}.${hash(JSON.stringify(items))}`;
}

/** A file by the name the client has for it, and the id that it was last told for it. */
interface Known {
  readonly file: File;
  readonly uri: string;
  readonly id: string | undefined;
}

/** All that is new to the client; given bit by bit where it takes partial results. Undefined where nothing is. */
async function news(
  session: Session,
  previous: readonly PreviousResultId[],
  isOver: () => boolean,
  partial: PartialResults | undefined,
): Promise<WorkspaceDocumentDiagnosticReport[] | undefined> {
  const slices = new Slices(session);
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  let count = 0;
  for (const one of candidates(session, previous)) {
    const report = await session.tasks.attempt('check', undefined, () => reportOf(session, one, slices));
    await slices.pause();
    if (isOver()) return [];
    if (!report) continue;
    items.push(report);
    count++;
    if (items.length >= BATCH) partial?.report({ items: items.splice(0) });
  }
  if (partial && items.length > 0) partial.report({ items: items.splice(0) });
  return count > 0 ? items : undefined;
}

/** What may have something to say, and what the client still shows; worked out step by step, for it may be much. */
function* candidates(session: Session, previous: readonly PreviousResultId[]): Generator<Known> {
  const named = new Map<string, Known>();
  const add = (file: File, uri: string, id?: string): void => {
    const key = keyOf(file);
    if (!named.has(key)) named.set(key, { file, uri, id });
  };
  for (const { uri, value } of previous) add(session.fileOf(uri), uri, value);
  for (const { uri } of session.closings.values()) add(session.fileOf(uri), uri);
  for (const document of session.documents.values()) add(document, document.uri);
  yield* named.values();
  for (const folder of session.folders) {
    for (const path of pathsInScope(folder, session.linter)) {
      const file = { folder, path };
      if (!named.has(keyOf(file))) yield { file, uri: uriOf(folder.uri, path), id: undefined };
    }
  }
}

function pathsInScope({ picture, settings }: Folder, linter: Linter): Iterable<string> {
  if (!picture.complete) return [];
  const whole = (): string[] => [...picture.paths].filter((path) => linter.isJudgedWhole(path));
  const paths = settings.scope === 'workspace' ? picture.paths : [...picture.appFilePaths, ...whole()];
  return settings.baseline ? new Set([...paths, BASELINE_FILE]) : [...paths];
}

/** Undefined where the client knows it already. */
async function reportOf(
  session: Session,
  { file, uri, id }: Known,
  slices: Slices,
): Promise<WorkspaceDocumentDiagnosticReport | undefined> {
  const document = session.documentAt(file);
  // What the client asks for by itself needs no second answer.
  if (document?.pulled) return undefined;
  const speaks = isInScope(session, file) && belongs(file);
  const items =
    file.path === BASELINE_FILE
      ? await goneDiagnostics(session, file.folder)
      : speaks
        ? await itemsOf(session, file, slices)
        : [];
  const resultId = closedId(session, file, items);
  const isFirst = id === undefined && !session.closings.has(keyOf(file));
  if (resultId === id || (isFirst && items.length === 0)) return undefined;
  return { kind: 'full', uri, version: document?.version ?? null, resultId, items };
}

async function itemsOf(session: Session, file: File, slices: Slices): Promise<Diagnostic[]> {
  const { findings, lines } = await (session.documentAt(file)?.verdict() ??
    session.checked.check(file, slices));
  return findings.map((finding) => toDiagnostic(finding, lines, file.folder.uri));
}

function isInScope({ linter }: Session, { folder, path }: File): boolean {
  if (!folder.opened) return false;
  if (isAppFile(path) || linter.isJudgedWhole(path)) return true;
  return folder.settings.scope === 'workspace' && linter.isChecked(path);
}

function changeAfter(session: Session, revision: number, token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      change.dispose();
      cancel.dispose();
      resolve();
    };
    const change = session.onChange(done);
    const cancel = token.onCancellationRequested(done);
    if (session.revision !== revision || session.ended || token.isCancellationRequested) done();
  });
}

/** FNV-1a. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(36);
}
