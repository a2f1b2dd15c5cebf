import type { CancellationToken, TextDocumentPositionParams } from 'vscode-languageserver';
import { isProcfile } from '../core/facts/app-files';
import { mayNameProcesses, type ProcessMention, processMentions } from '../core/formats/process-mentions';
import { mostBytes } from '../core/limits';
import { LineIndex } from '../core/text';
import type { OpenDocument } from './open-document';
import type { Session } from './session';
import { uriOf } from './uri';

/** A process type under the pointer, of a Procfile or of the formation in an app.json. */
export interface TypeAt {
  readonly document: OpenDocument;
  readonly mention: ProcessMention;
  readonly lines: LineIndex;
}

/** A file that names a process type, with the text that the places are in. */
export interface TypeText {
  readonly path: string;
  readonly uri: string;
  /** Null where no editor holds it. */
  readonly version: number | null;
  readonly text: string;
  readonly mentions: readonly ProcessMention[];
}

/** In milliseconds. */
const SLICE = 5;
const MOST_FILES = 400;

/** The process type at a position, if the document defines or scales it there. */
export function processTypeAt(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
): TypeAt | undefined {
  const document = session.documents.get(textDocument.uri);
  if (!document?.isJudged) return undefined;
  if (!isProcfile(document.path) && !/(?:^|\/)app\.json$/.test(document.path)) return undefined;
  const lines = new LineIndex(document.text);
  const offset = lines.offsetAt(position);
  const names = typesOf(document);
  const mention = processMentions(document.path, document.text, names).find(
    ({ range }) => range.start <= offset && offset <= range.end,
  );
  return mention && { document, mention, lines };
}

/** The process types of the app's Procfiles. */
export function typesOf({ app }: Pick<OpenDocument, 'app'>): Set<string> {
  return new Set(app.procfiles.flatMap(({ file }) => file.processes.map(({ name }) => name)));
}

/**
 * The files of the app that name a process type: Procfiles, what deploys them, and texts with commands. As the editors
 * have them, else as the disk does. Undefined where the request is cancelled meanwhile.
 */
export async function textsNaming(
  session: Session,
  { document, mention }: TypeAt,
  token: CancellationToken,
): Promise<TypeText[] | undefined> {
  const { app, folder } = document;
  const prefix = app.root === '' ? '' : `${app.root}/`;
  const paths = [...app.tree.paths].filter(
    (path) => path.startsWith(prefix) && mayNameProcesses(path) && folder.picture.rootOf(path) === app.root,
  );
  const names = new Set([mention.name]);
  const found: TypeText[] = [];
  let since = performance.now();
  for (const path of paths.slice(0, MOST_FILES)) {
    const open = session.documentAt({ folder, path });
    const text = open ? open.text : await read(session, document, path);
    if (performance.now() - since > SLICE) {
      await session.host.pause();
      since = performance.now();
    }
    if (token.isCancellationRequested) return undefined;
    const mentions = text === undefined ? [] : processMentions(path, text, names);
    if (text === undefined || mentions.length === 0) continue;
    const uri = open?.uri ?? uriOf(folder.uri, path);
    found.push({ path, uri, version: open?.version ?? null, text, mentions });
  }
  return found;
}

async function read(session: Session, { folder }: OpenDocument, path: string): Promise<string | undefined> {
  const known = folder.picture.appFile(path)?.text;
  if (known !== undefined) return known;
  const reading = await session.host.read(folder.uri, path, mostBytes(path));
  return 'text' in reading ? reading.text : undefined;
}
