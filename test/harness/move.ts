import type { FixTarget } from '../../core/fix/fixes';
import { loadingFix, moveToEnv } from '../../core/fix/move-to-env';
import { languageOf } from '../../core/linter';
import type { Breach, FileEdit, Fix } from '../../core/rule';
import { codeOf } from '../../core/source';
import { reparse } from '../../core/syntax/reparse';
import type { Range } from '../../core/text';
import { linter, MemoryApp } from './app';
import { readMarks } from './rule-page';

type Literal = NonNullable<Breach['literal']>;

export interface MoveOptions extends Partial<Omit<Literal, 'range'>> {
  /** The name typed over the proposed one. */
  readonly wanted?: string;
}

/** An app after "Move to env var". */
export interface Moved {
  readonly name: string;
  readonly edits: readonly FileEdit[];
  /** The files after the move, and after the move with its loader where one is offered. */
  readonly files: ReadonlyMap<string, string>;
  readonly loading: { readonly fix: Fix; readonly files: ReadonlyMap<string, string> } | undefined;
}

/** Moves the literal that is marked in the first of the files; undefined where that is refused. */
export async function moveIn(
  files: Readonly<Record<string, string>>,
  options: MoveOptions = {},
): Promise<Moved | undefined> {
  const [[path, marked] = ['', '']] = Object.entries(files);
  const { text, marks } = readMarks(path, marked);
  const [range] = marks;
  if (!range) throw new Error('No literal is marked');
  return moveAt({ ...files, [path]: text }, path, range, options);
}

/** Moves the literal at a place of one of the files; undefined where that is refused. */
export async function moveAt(
  files: Readonly<Record<string, string>>,
  path: string,
  range: Range,
  { wanted, ...given }: MoveOptions = {},
): Promise<Moved | undefined> {
  const literal: Literal = { range, name: 'NAME', cast: 'string', keepAsFallback: false, ...given };
  const app = new MemoryApp(files);
  return inTarget(path, app.files.get(path) ?? '', (target) => {
    const move = moveToEnv(target, literal, app.picture.appOf(path), wanted);
    if (!move) return undefined;
    const [loading] = loadingFix(move, target, app.picture.appOf(path));
    return {
      name: move.name,
      edits: move.fix.edits,
      files: after(app.files, move.fix.edits),
      loading: loading && { fix: loading, files: after(app.files, loading.edits) },
    };
  });
}

async function inTarget<T>(path: string, text: string, use: (target: FixTarget) => T): Promise<T> {
  const language = languageOf(path);
  const parsed = language && reparse(await linter.grammars.load(language.grammar), codeOf(text, language));
  try {
    return use({ path, text, language, tree: parsed?.tree });
  } finally {
    parsed?.tree.delete();
  }
}

function after(files: ReadonlyMap<string, string>, edits: readonly FileEdit[]): ReadonlyMap<string, string> {
  const app = new MemoryApp(Object.fromEntries(files));
  app.apply(edits);
  return app.files;
}
