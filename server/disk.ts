import type { FileSummary } from '../core/app';
import { isAppFile, isEnvFile } from '../core/facts/app-files';
import { isLockfile, readLock } from '../core/facts/locks';
import { MOST_BYTES, mostBytes } from '../core/limits';
import { BASELINE_FILE } from '../core/lint/baseline-file';
import { CONFIG_FILE } from '../core/lint/config-file';
import { codeLanguageOf } from '../core/linter';
import type { File } from './file';
import type { Folder } from './folder';
import { belongs } from './membership';
import type { Session } from './session';
import { Slices } from './slices';

/**
 * Reads a folder into its picture in the background: the small files that shape apps first, then what each code file
 * sums up to. Configuration files are read where they are judged. What is open in an editor is left alone. Done again, it also drops what is no longer there.
 */
export async function scanFolder(session: Session, folder: Folder): Promise<void> {
  const slices = new Slices(session);
  const found = new Set<string>();
  for await (const step of session.host.walk(folder.uri)) {
    for (const path of step) found.add(path);
    await slices.pause();
  }
  await readConfigFile(session, folder);
  await readBaseline(session, folder);
  takePaths(session, folder, found);
  await slices.pause();
  await readGround(session, folder);
  await slices.pause();
  // All together, for each of them makes the picture another one; and the small files before the many.
  const isSmall = (path: string): boolean => isAppFile(path) || isLockfile(path);
  for (const put of await readAll(session, folder, found, slices, isSmall)) put();
  for (const path of [...folder.picture.appFilePaths]) {
    folder.picture.prepare(path);
    await slices.pause();
  }
  const isCode = (path: string): boolean => !isAppFile(path) && codeLanguageOf(path) !== undefined;
  for (const put of await readAll(session, folder, found, slices, isCode)) {
    put();
    await slices.pause();
  }
  folder.picture.finish();
  // The first app is built with the whole tree: in steps of its own, before anybody waits for it.
  for (const _ of folder.picture.steps()) await slices.pause();
  folder.picture.appOf('');
  await slices.pause();
  session.changed();
}

async function readAll(
  session: Session,
  folder: Folder,
  paths: Iterable<string>,
  slices: Slices,
  isWanted: (path: string) => boolean,
): Promise<Put[]> {
  const put: Put[] = [];
  for (const path of paths) {
    if (isWanted(path)) put.push(await readFile(session, { folder, path }));
    await slices.pause();
  }
  return put;
}

async function readConfigFile({ host }: Session, folder: Folder): Promise<void> {
  const reading = await host.read(folder.uri, CONFIG_FILE, MOST_BYTES);
  folder.takeConfigFile('text' in reading ? reading.text : '');
}

async function readBaseline({ host }: Session, folder: Folder): Promise<void> {
  const reading = await host.read(folder.uri, BASELINE_FILE, mostBytes(BASELINE_FILE));
  folder.takeBaseline('text' in reading ? reading.text : undefined);
}

/** Git's index, and env files whose mode may have changed. */
function changesGround(path: string): boolean {
  return /(?:^|\/)\.git\/index$/.test(path) || isEnvFile(path);
}

async function readGround({ host, linter }: Session, { uri, picture }: Folder): Promise<void> {
  const ground = await host.ground(uri, [...picture.appFilePaths, ...picture.paths].filter(isEnvFile));
  picture.setGround(ground);
  for (const path of linter.overlooked(picture.paths, ground.tracked)) picture.addPath(path);
}

function takePaths(session: Session, folder: Folder, found: ReadonlySet<string>): void {
  const open = new Set<string>();
  for (const document of session.documents.values()) {
    if (document.folder === folder && document.isJudged) open.add(document.path);
  }
  for (const path of [...folder.picture.paths]) {
    if (!found.has(path) && !open.has(path)) folder.picture.remove(path);
  }
  folder.picture.setPaths(new Set([...found, ...open]));
}

/** Takes up what the client's file watcher saw. */
export async function takeUp(session: Session, uris: Iterable<string>): Promise<void> {
  const files = [...uris].map((uri) => session.fileOf(uri)).filter(({ folder }) => folder.opened);
  const ignoreFiles = files.filter(({ path }) => /(?:^|\/)\.gitignore$/.test(path));
  const rescan = new Set(ignoreFiles.map(({ folder }) => folder));
  for (const folder of rescan) await scanFolder(session, folder);
  for (const { folder, path } of files) {
    if (path === CONFIG_FILE) await readConfigFile(session, folder);
    if (path === BASELINE_FILE) await readBaseline(session, folder);
  }
  const grounds = new Set(files.filter(({ path }) => changesGround(path)).map(({ folder }) => folder));
  for (const folder of grounds) await readGround(session, folder);
  const rest = files.filter((file) => !rescan.has(file.folder) && belongs(file));
  await readAgain(session, rest);
  session.changed();
}

/** Reads single files again; gives true where that changed a picture. */
export async function readAgain(session: Session, files: Iterable<File>): Promise<boolean> {
  let changed = false;
  for (const file of files) {
    session.checked.forget(file);
    if ((await readFile(session, file))()) changed = true;
  }
  return changed;
}

/** Puts what was read into the picture; says whether that changed it. */
type Put = () => boolean;

const nothing: Put = () => false;

async function readFile(session: Session, file: File): Promise<Put> {
  const put = session.documentAt(file) ? nothing : await putOf(session, file);
  // An editor may have taken the file over meanwhile, and wins.
  return () => !session.documentAt(file) && put();
}

async function putOf(session: Session, { folder, path }: File): Promise<Put> {
  const reading = await session.host.read(folder.uri, path, mostBytes(path));
  if ('skipped' in reading) return reading.skipped === 'missing' ? removal(folder, path) : nothing;
  const lock = readLock(path, reading.text);
  if (lock) return () => folder.picture.setLock(lock);
  const { linter } = session;
  const language = codeLanguageOf(path);
  const read = language && linter.summarize(path, linter.skim(reading.text, language), reading.text);
  if (isAppFile(path)) return appFile(folder, path, reading.text, read);
  if (read) return summary(folder, read);
  return linter.isConfig(path) ? presence(folder, path) : nothing;
}

// Functions of their own, so that what waits to be put holds no more than it needs.
function removal(folder: Folder, path: string): Put {
  return () => folder.picture.remove(path);
}

function appFile(folder: Folder, path: string, text: string, read: FileSummary | undefined): Put {
  return () => {
    const isNews = folder.picture.setAppFile(path, text);
    return (read !== undefined && folder.picture.setSummary(read)) || isNews;
  };
}

function presence(folder: Folder, path: string): Put {
  return () => folder.picture.addPath(path);
}

function summary(folder: Folder, of: FileSummary): Put {
  return () => folder.picture.setSummary(of);
}
