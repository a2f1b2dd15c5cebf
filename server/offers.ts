import { CodeActionKind } from 'vscode-languageserver';
import { fixesFor } from '../core/fix/fixes';
import { everywhereFix, type Move, moveToEnv } from '../core/fix/move-to-env';
import type { Breach, Choice, FileEdit, Finding, Fix } from '../core/rule';
import type { Range } from '../core/text';
import { withInstalled } from './installed';
import { literalAt } from './literal-at';
import type { OpenDocument } from './open-document';
import type { Session } from './session';
import { ignoreEdit } from './suppression';

export type Literal = NonNullable<Breach['literal']>;

/** What can be done about a finding, or with a literal. */
export interface Offer {
  readonly title: string;
  readonly kind: CodeActionKind;
  readonly finding: Finding | undefined;
  readonly isPreferred: boolean;
  /** What the client runs besides, as no edit can do it. */
  readonly run?: NonNullable<Fix['run']>;
  /** Edits, a literal whose name the client asks the user for, or several ways of which the user picks one. */
  readonly does:
    | { readonly edits: readonly FileEdit[] }
    | { readonly literal: Literal }
    | { readonly choices: readonly Choice[] };
}

/** All that can be done at a place of a document as it is when the promise resolves. */
export async function offersAt(session: Session, document: OpenDocument, at: Range): Promise<Offer[]> {
  const { findings } = await document.verdict();
  const offers: Offer[] = [];
  for (const finding of findings) {
    if (finding.range.start > at.end || finding.range.end < at.start) continue;
    offers.push(...(await offersFor(session, document, finding)));
  }
  return [...offers, ...(await refactorings(document, at))];
}

/** A finding's own move is better than the refactoring of its literal: it knows what the literal is for. */
export function withoutTwins(offers: readonly Offer[]): readonly Offer[] {
  const hasMove = offers.some(({ finding }) => finding?.breach.literal !== undefined);
  return hasMove ? offers.filter(({ finding }) => finding !== undefined) : offers;
}

async function offersFor(session: Session, document: OpenDocument, finding: Finding): Promise<Offer[]> {
  const rule = session.linter.ruleset.rules.find(({ id }) => id === finding.rule);
  if (!rule) return [];
  const target = await document.target();
  const app = await withInstalled(session, document, finding);
  const kind = CodeActionKind.QuickFix;
  const offers: Offer[] = fixesFor(finding, target, app, rule).map(
    ({ title, edits, run, choices }, index) => {
      const shared = {
        title,
        kind,
        finding,
        isPreferred: index === 0,
        does: choices ? { choices } : { edits },
      };
      return run ? { ...shared, run } : shared;
    },
  );
  const { literal } = finding.breach;
  const moved = literal && moveToEnv(target, literal, document.app);
  if (moved)
    offers.push({ title: typedOver, kind, finding, isPreferred: false, does: named(literal, moved) });
  const ignore = ignoreEdit(finding, target);
  if (ignore) {
    const title = `Ignore ${finding.rule} on this line`;
    offers.push({ title, kind, finding, isPreferred: false, does: { edits: [ignore] } });
  }
  return offers;
}

const typedOver = 'Move to env var…';

async function refactorings(document: OpenDocument, at: Range): Promise<Offer[]> {
  const target = await document.target();
  const literal = literalAt(target, document.skim(), at, document.app);
  const moved = literal && moveToEnv(target, literal, document.app);
  if (!moved) return [];
  const shared = { kind: CodeActionKind.RefactorExtract, finding: undefined, isPreferred: false };
  return [
    { ...shared, title: moved.fix.title, does: { edits: moved.fix.edits } },
    ...everywhereFix(target, literal, document.app).map(({ title, edits }) => {
      return { ...shared, title, does: { edits } };
    }),
    { ...shared, title: typedOver, does: named(literal, moved) },
  ];
}

/** The literal under the name that is free for it. */
function named(literal: Literal, { name }: Move): { readonly literal: Literal } {
  return { literal: { ...literal, name } };
}
