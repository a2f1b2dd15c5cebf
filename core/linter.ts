import type { App, FileSummary } from './app';
import { isAppCode, isAppFile } from './facts/app-files';
import { capitalsOf } from './facts/capitals';
import type { EnvRead } from './facts/fact';
import { isLockfile } from './facts/locks';
import { optionalModules } from './facts/optional-imports';
import { type Skim, skim } from './facts/skim';
import { toolNames } from './facts/tool-names';
import { classOf, classOfPath } from './file-class';
import { envModuleOf } from './fix/modules';
import type { Language } from './language';
import languages from './languages/index.generated';
import { lintAppFile } from './lint/app-file';
import { hasEntryRules, lintEntries } from './lint/config-entries';
import { hasFileRules, lintFile, withoutCovered } from './lint/files';
import { type Draft, draft, judge } from './lint/lint';
import { merged } from './lint/merged';
import { Ruleset } from './lint/ruleset';
import type { LintSettings } from './lint/settings';
import { hasTextRules, lintTexts } from './lint/texts';
import type { Finding, Rule } from './rule';
import rules from './rules/index.generated';
import { codeOf } from './source';
import type { Grammars } from './syntax/grammars';
import { type ParsedText, reparse } from './syntax/reparse';

const byExtension = new Map(
  languages.flatMap((language) => language.extensions.map((extension) => [extension, language])),
);
const byId = new Map(languages.flatMap((language) => language.ids.map((id) => [id, language])));

/** The language of a file by the editor's language id, else by its extension. */
export function languageOf(path: string, languageId?: string): Language | undefined {
  const dot = path.lastIndexOf('.');
  return (
    (languageId === undefined ? undefined : byId.get(languageId)) ??
    byExtension.get(dot < 0 ? '' : path.slice(dot))
  );
}

/** The language as which a file is judged: a manifest in Python is none, a shell script is. */
export function codeLanguageOf(path: string, languageId?: string): Language | undefined {
  return isAppFile(path) && !isAppCode(path) ? undefined : languageOf(path, languageId);
}

/** Checks one file after another with all rules; the same for the editor, the terminal and CI. */
export class Linter {
  readonly ruleset: Ruleset;
  readonly grammars: Grammars;
  /** Asked about every path of a folder again and again. */
  readonly #judgedWhole = new Map<string, boolean>();

  constructor(grammars: Grammars, of: readonly Rule[] = rules) {
    this.grammars = grammars;
    this.ruleset = new Ruleset(of);
  }

  /** Whether this is a configuration file that some rule looks into; no file that shapes an app, and no code, is one. */
  isConfig(path: string): boolean {
    return !isAppFile(path) && !isLockfile(path) && !languageOf(path) && this.#looksInto(path);
  }

  /** Files that are judged whole and that git tracks though it is told to ignore them, which a walk leaves out. */
  overlooked(paths: Iterable<string>, tracked: ReadonlySet<string> | undefined): string[] {
    const listed = new Set(paths);
    return [...(tracked ?? [])].filter((path) => !listed.has(path) && this.isJudgedWhole(path));
  }

  #looksInto(path: string): boolean {
    return (
      hasEntryRules(path, this.ruleset) ||
      hasTextRules(path, this.ruleset) ||
      hasFileRules(path, this.ruleset)
    );
  }

  /** Whether some rule judges this file by what it is, so that it is worth a look though it is closed, or no text. */
  isJudgedWhole(path: string): boolean {
    const known = this.#judgedWhole.get(path);
    if (known !== undefined) return known;
    const found = !languageOf(path) && hasFileRules(path, this.ruleset);
    this.#judgedWhole.set(path, found);
    return found;
  }

  /** Whether any rule may have something to say of a file. */
  isChecked(path: string): boolean {
    return isAppFile(path) || isLockfile(path) || languageOf(path) !== undefined || this.isConfig(path);
  }

  /** The first look at a code file: no tree, no app. */
  skim(text: string, language: Language): Skim {
    return skim(text, language, this.ruleset.table(language.family));
  }

  /** `edited` texts are not looked through for what a moment's delay does no harm to. */
  summarize(path: string, read: Skim, text: string, edited = false): FileSummary {
    const family = languageOf(path)?.family;
    const kind = envModuleOf(path, text, family);
    // Who writes a file by a program declares for it; which program, only its text tells.
    const own = classOf(path, text) === 'generated' ? [] : read.imports.filter((one) => !one.typeOnly);
    return {
      path,
      capitals: edited ? undefined : capitalsOf(text),
      class: classOfPath(path),
      family,
      module: kind === undefined ? undefined : { kind, text },
      imports: [...new Set(read.imports.map((one) => one.module))],
      needs: [...new Set(own.map((one) => one.module))],
      optional: optionalModules(text, read.imports, family),
      toolNames: toolNames(path, text),
      envReads: [...new Set(read.envReads.map((one) => one.name))],
      envRequired: requiredOf(read.envReads),
      traits: read.traits,
      ports: read.ports,
      tasks: read.tasks,
      served: read.served,
    };
  }

  draft(path: string, text: string, language: Language, app: App, known?: Skim): Draft {
    return draft(path, text, language, app, this.ruleset, known);
  }

  /**
   * Checks a file that nobody edits: parses it only if it must, and keeps no tree. `pause` is asked between steps
   * whether others are to go first.
   */
  async check(
    path: string,
    text: string,
    app: App,
    settings: LintSettings,
    known?: Skim,
    pause?: () => Promise<void> | undefined,
  ): Promise<Finding[]> {
    const steps = this.#around(path, text, app, settings);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      const others = pause?.();
      if (others) await others;
    }
    const around = step.value;
    const language = codeLanguageOf(path);
    if (!language) return around;
    const file = this.draft(path, text, language, app, known);
    if (!file.needsTree) return around;
    const parsed = reparse(await this.grammars.load(language.grammar), codeOf(text, language));
    try {
      return merged(judge(file, parsed?.tree, app, this.ruleset, settings), around, text);
    } finally {
      parsed?.tree.delete();
    }
  }

  /** The findings in a file for what it says of the app, and for the entries that it holds; not those in its code. */
  checkAround(path: string, text: string, app: App, settings: LintSettings): Finding[] {
    const steps = this.#around(path, text, app, settings);
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  }

  *#around(path: string, text: string, app: App, settings: LintSettings): Generator<void, Finding[]> {
    const isApp = isAppFile(path);
    // A lockfile is read for what it pins; it is long, and nobody writes it by hand.
    if (isLockfile(path) || (!isApp && languageOf(path))) return [];
    const found = isApp ? yield* lintAppFile(path, text, app, this.ruleset, settings) : [];
    yield;
    // Code has its texts looked through with all else.
    const seen = codeLanguageOf(path) ? [] : lintTexts(path, text, app, this.ruleset, settings);
    const whole = hasFileRules(path, this.ruleset) ? lintFile(path, text, app, this.ruleset, settings) : [];
    const entries = hasEntryRules(path, this.ruleset)
      ? lintEntries(path, text, app, this.ruleset, settings)
      : [];
    const all = [seen, found, entries].reduce((one, more) => merged(one, more, text), whole);
    return withoutCovered(all, this.ruleset);
  }

  /** Checks an open document with the tree its editor keeps. */
  checkOpen(file: Draft, parsed: ParsedText | undefined, app: App, settings: LintSettings): Finding[] {
    return judge(file, parsed?.tree, app, this.ruleset, settings);
  }
}

/** What a file cannot do without: a variable that it once asks for, or has a default for, is not required. */
function requiredOf(reads: readonly EnvRead[]): string[] {
  const tolerated = new Set(reads.filter(({ hasDefault }) => hasDefault).map(({ name }) => name));
  return [...new Set(reads.map(({ name }) => name))].filter((name) => !tolerated.has(name));
}
