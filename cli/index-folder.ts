import { join } from 'node:path';
import { isAppFile, isEnvFile } from '../core/facts/app-files';
import { readLock } from '../core/facts/locks';
import type { Picture } from '../core/facts/picture';
import type { Skim } from '../core/facts/skim';
import { classOfPath } from '../core/file-class';
import type { Language } from '../core/language';
import { mostBytes } from '../core/limits';
import { codeLanguageOf, type Linter } from '../core/linter';
import { groundOf } from '../host/git';
import { readText, type Unread } from '../host/read';
import { walk } from '../host/walk';

/** A code file that has been skimmed. */
export interface CodeFile {
  readonly path: string;
  readonly language: Language;
  readonly skim: Skim;
  /** Kept where the skim has found something to judge, and of scripts, which the picture keeps as well. */
  readonly text: string | undefined;
}

/** A configuration file that some rule looks into. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
}

/** A file or folder that could not be looked at. */
export interface Gap {
  readonly path: string;
  readonly reason: string;
}

export interface IndexedFolder {
  readonly appFiles: readonly string[];
  readonly code: readonly CodeFile[];
  readonly config: readonly ConfigFile[];
  /** How much was read. */
  readonly files: number;
  readonly bytes: number;
  readonly gaps: readonly Gap[];
}

/** What stands in a report's notes; a file that went away meanwhile or holds no text is no gap. */
const REASONS: Partial<Record<Unread, string>> = { 'too large': 'too large', unreadable: 'cannot be read' };

/** Reads all below a folder that rules speak of, and puts it into its picture, which is complete afterwards. */
export function indexFolder(root: string, linter: Linter, picture: Picture): IndexedFolder {
  const { paths, gaps } = list(root);
  const ground = groundOf(root, paths.filter(isEnvFile));
  paths.push(...linter.overlooked(paths, ground.tracked));
  picture.setPaths(paths);
  picture.setGround(ground);
  const index = {
    appFiles: [] as string[],
    code: [] as CodeFile[],
    config: [] as ConfigFile[],
    files: 0,
    bytes: 0,
    gaps,
  };
  for (const path of paths) {
    if (!linter.isChecked(path)) continue;
    const reading = readText(join(root, path), mostBytes(path));
    if ('skipped' in reading && reading.skipped === 'binary' && linter.isJudgedWhole(path)) {
      index.config.push({ path, text: '' });
      continue;
    }
    if ('skipped' in reading) {
      const reason = REASONS[reading.skipped];
      if (reason && !isForeign(path)) gaps.push({ path, reason });
      continue;
    }
    const lock = readLock(path, reading.text);
    if (lock) {
      picture.setLock(lock);
      continue;
    }
    index.files++;
    index.bytes += reading.bytes;
    const language = codeLanguageOf(path);
    if (language && isAppFile(path)) picture.setAppFile(path, reading.text);
    if (language) index.code.push(skimmed(path, reading.text, language, linter, picture));
    else if (!isAppFile(path)) index.config.push({ path, text: reading.text });
    else if (picture.setAppFile(path, reading.text)) index.appFiles.push(path);
  }
  picture.finish();
  return index;
}

/** Code that no rule speaks of, and that is often large. */
function isForeign(path: string): boolean {
  const kind = classOfPath(path);
  return kind === 'vendored' || kind === 'generated';
}

function skimmed(path: string, text: string, language: Language, linter: Linter, picture: Picture): CodeFile {
  const skim = linter.skim(text, language);
  picture.setSummary(linter.summarize(path, skim, text));
  return { path, language, skim, text: isLooked(skim) || isAppFile(path) ? text : undefined };
}

/** Whether something in a text may have to be judged with its tree. */
function isLooked({ hits, sightings }: Skim): boolean {
  return hits.length > 0 || sightings.length > 0;
}

function list(root: string): { paths: string[]; gaps: Gap[] } {
  const steps = walk(root);
  const paths: string[] = [];
  for (;;) {
    const step = steps.next();
    if (!step.done) {
      paths.push(...step.value);
      continue;
    }
    return { paths, gaps: step.value.problems.map(({ path, code }) => ({ path: `${path}/`, reason: code })) };
  }
}
