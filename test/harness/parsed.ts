import { factsAtHits } from '../../core/facts/at-hit';
import type { CallFact, ComparisonFact, StringFact } from '../../core/facts/fact';
import { Scope } from '../../core/facts/scope';
import type { SkimHit } from '../../core/facts/skim';
import type { Language } from '../../core/language';
import { codeOf } from '../../core/source';
import { reparse } from '../../core/syntax/reparse';
import type { Range } from '../../core/text';
import { linter } from './app';
import { readMarks } from './rule-page';

/** A text without its marks, read by its language; good for as long as the `use` it is handed to runs. */
export interface Parsed {
  readonly text: string;
  readonly marks: readonly Range[];
  readonly scope: Scope;
  readonly hasError: boolean;
}

/** Parses a text, in which `«…»` marks places, and frees the tree after use. */
export async function withParsed<T>(
  language: Language,
  marked: string,
  use: (parsed: Parsed) => T,
): Promise<T> {
  const { text, marks } = readMarks('', marked);
  const parsed = reparse(await linter.grammars.load(language.grammar), codeOf(text, language));
  if (!parsed) throw new Error('No tree');
  try {
    const scope = new Scope(
      parsed.tree,
      codeOf(text, language),
      language,
      language.imports(codeOf(text, language)),
    );
    return use({ text, marks, scope, hasError: parsed.tree.rootNode.hasError });
  } finally {
    parsed.tree.delete();
  }
}

/** The call whose name is marked. */
export function callAt(language: Language, marked: string): Promise<CallFact> {
  return factAt(language, marked, 'call');
}

/** The call whose name is marked, with what the functions do that it is handed. */
export function handlingCallAt(language: Language, marked: string): Promise<CallFact> {
  return factAt(language, marked, 'call', true);
}

/** The comparison that the marked place is part of. */
export function comparisonAt(language: Language, marked: string): Promise<ComparisonFact> {
  return factAt(language, marked, 'comparison');
}

/** The string that is marked. */
export function stringAt(language: Language, marked: string): Promise<StringFact> {
  return factAt(language, marked, 'containing');
}

/** The string that the marked name is given. */
export function stringGivenTo(language: Language, marked: string): Promise<StringFact> {
  return factAt(language, marked, 'heldBy');
}

async function factAt<F>(
  language: Language,
  marked: string,
  kind: SkimHit['kind'],
  bodies = false,
): Promise<F> {
  return withParsed(language, marked, ({ marks, scope }) => {
    const hits = marks.map(({ start, end }) => ({ at: start, length: end - start, kind, bodies }));
    const [fact] = factsAtHits(hits, scope, language);
    if (!fact) throw new Error(`Nothing is marked in ${marked}`);
    return fact as F;
  });
}
