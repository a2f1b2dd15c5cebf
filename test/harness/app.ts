import { isAppFile } from '../../core/facts/app-files';
import { readLock } from '../../core/facts/locks';
import { Picture } from '../../core/facts/picture';
import { fixesFor } from '../../core/fix/fixes';
import { defaultSettings, type LintSettings } from '../../core/lint/settings';
import { codeLanguageOf, Linter, languageOf } from '../../core/linter';
import manifests from '../../core/manifests/index.generated';
import type { FileEdit, Finding, Fix } from '../../core/rule';
import { codeOf } from '../../core/source';
import { Grammars } from '../../core/syntax/grammars';
import { reparse } from '../../core/syntax/reparse';
import { applyEdits } from '../../core/text';
import { npmGrammars } from './grammars';
import { memoryGround } from './ground';

/** One linter for all unit tests: grammars load once. */
export const linter = new Linter(new Grammars(npmGrammars()));

/** A small app held in memory: its files by path. */
export class MemoryApp {
  readonly files = new Map<string, string>();
  readonly picture = new Picture(manifests);

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.picture.finish();
  }

  write(path: string, text: string): void {
    this.files.set(path, text);
    if (path.startsWith('.git/')) {
      this.picture.setGround(memoryGround(this.files));
      return;
    }
    const language = codeLanguageOf(path);
    const lock = readLock(path, text);
    if (lock) this.picture.setLock(lock);
    if (isAppFile(path)) this.picture.setAppFile(path, text);
    if (language) this.picture.setSummary(linter.summarize(path, linter.skim(text, language), text));
    else if (!isAppFile(path)) this.picture.addPath(path);
  }

  async check(path: string, settings: LintSettings = defaultSettings): Promise<Finding[]> {
    return linter.check(path, this.files.get(path) ?? '', this.picture.appOf(path), settings);
  }

  async fixes(finding: Finding): Promise<Fix[]> {
    const text = this.files.get(finding.path) ?? '';
    const language = languageOf(finding.path);
    const rule = linter.ruleset.rules.find(({ id }) => id === finding.rule);
    if (!rule) throw new Error(`No rule ${finding.rule}`);
    const parsed = language && reparse(await linter.grammars.load(language.grammar), codeOf(text, language));
    try {
      return fixesFor(
        finding,
        { path: finding.path, text, language, tree: parsed?.tree },
        this.picture.appOf(finding.path),
        rule,
      );
    } finally {
      parsed?.tree.delete();
    }
  }

  /** Applies edits as an editor would: all of a file at once. */
  apply(edits: readonly FileEdit[]): void {
    const byPath = new Map<string, FileEdit[]>();
    for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
    for (const [path, list] of byPath) this.write(path, applyEdits(this.files.get(path) ?? '', list));
  }
}
