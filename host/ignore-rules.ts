import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { readText } from './read';

/** A longer line is no pattern anyone wrote, and one that large cannot be compiled. */
const LONGEST_PATTERN = 4_096;

/** The rules of one ignore file, for paths below the folder it stands in. */
interface Level {
  /** What to put before a path of the walk to make it relative to the ignore file's folder. */
  readonly lead: string;
  /** How much to cut off its start. */
  readonly cut: number;
  readonly rules: Ignore;
}

/**
 * What git ignores below one folder: that folder's `.gitignore`, those of the folders above it up to the top of the
 * repository, and `.git/info/exclude`. Paths are relative to the walk's root, with `/`.
 */
export class IgnoreRules {
  /** Nearest first: the nearest that knows a path decides. */
  readonly #levels: readonly Level[];

  private constructor(levels: readonly Level[]) {
    this.#levels = levels;
  }

  /** The rules that hold around a folder, itself not included: from the repository that it lies in, if any. */
  static around(root: string): IgnoreRules {
    const levels: Level[] = [];
    const top = topOf(root);
    if (top === undefined) return new IgnoreRules(levels);
    for (let folder = root; folder !== top; ) {
      folder = dirname(folder);
      levels.push(...levelsOf(join(folder, '.gitignore'), leadOf(folder, root), 0));
    }
    levels.push(...levelsOf(join(top, '.git', 'info', 'exclude'), leadOf(top, root), 0));
    // A folder that was asked for by name is looked at even where git ignores it.
    return new IgnoreRules(levels.filter(({ rules, lead }) => lead === '' || !rules.ignores(lead)));
  }

  /** The rules inside `folder`; `ignoreFile` is the path of its `.gitignore` on the disk, if it has one. */
  inside(folder: string, ignoreFile: string | undefined): IgnoreRules {
    // Rules that would ignore this folder were overruled by a nearer file; below it they have no say.
    const kept =
      folder === '' ? this.#levels : this.#levels.filter((level) => !isIgnored(level, `${folder}/`));
    const own =
      ignoreFile === undefined ? [] : levelsOf(ignoreFile, '', folder === '' ? 0 : folder.length + 1);
    return own.length === 0 && kept.length === this.#levels.length
      ? this
      : new IgnoreRules([...own, ...kept]);
  }

  /** A folder's path ends with `/`. */
  ignores(path: string): boolean {
    for (const level of this.#levels) {
      const verdict = level.rules.test(level.lead + path.slice(level.cut));
      if (verdict.ignored) return true;
      if (verdict.unignored) return false;
    }
    return false;
  }
}

function isIgnored({ rules, lead, cut }: Level, path: string): boolean {
  return rules.test(lead + path.slice(cut)).ignored;
}

function levelsOf(path: string, lead: string, cut: number): Level[] {
  const reading = readText(path);
  if ('skipped' in reading) return [];
  const patterns = reading.text.split(/\r?\n/).filter((line) => line.length < LONGEST_PATTERN);
  return [{ lead, cut, rules: ignore({ ignorecase: process.platform !== 'linux' }).add(patterns) }];
}

function leadOf(folder: string, root: string): string {
  const between = relative(folder, root).split(sep).join('/');
  return between === '' ? '' : `${between}/`;
}

/** The top of the repository that a folder lies in. */
function topOf(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
