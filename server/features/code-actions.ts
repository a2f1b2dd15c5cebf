import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from 'vscode-languageserver';
import {
  type ChooseFixArguments,
  chooseFixCommand,
  type NameEnvVarArguments,
  nameEnvVarCommand,
  restrictFileCommand,
  untrackFileCommand,
} from '../../core/protocol';
import { LineIndex, type Range } from '../../core/text';
import { fromRange, source, toDiagnostic, toRange } from '../convert';
import { freshEdit } from '../edits';
import { defineFeature } from '../feature';
import { type Offer, offersAt, withoutTwins } from '../offers';
import type { OpenDocument } from '../open-document';
import type { Session } from '../session';
import { uriOf } from '../uri';

/** Quick fixes, ignore comments and "Move to env var". What an action would change is worked out when it is chosen. */
export default defineFeature({
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorExtract],
      resolveProvider: true,
    },
  },
  register({ connection, session, handler }) {
    connection.onCodeAction(handler('code actions', [], (params) => list(session, params)));
    connection.onCodeActionResolve((action) =>
      handler('code action', action, () => resolve(session, action))(),
    );
  },
});

/** What a listed action keeps of itself until it is chosen. */
interface Data {
  readonly uri: string;
  readonly at: Range;
  readonly title: string;
  readonly kind: string;
  readonly rule: string | undefined;
  readonly start: number | undefined;
}

async function list(session: Session, params: CodeActionParams): Promise<CodeAction[]> {
  const document = session.documents.get(params.textDocument.uri);
  if (!document) return [];
  const { context } = params;
  const at = fromRange(params.range, new LineIndex(document.text));
  const offers = await offersAt(session, document, at);
  const wanted = offers.filter((offer) => isWanted(offer, context.only, context.triggerKind, at));
  const lines = new LineIndex(document.text);
  return withoutTwins(wanted).map((offer) => toAction(offer, document, at, lines, context.diagnostics));
}

/** A refactoring shows where it is asked for: a light bulb at every literal would only be noise. */
function isWanted(
  { kind }: Offer,
  only: readonly string[] | undefined,
  trigger: CodeActionTriggerKind | undefined,
  at: Range,
): boolean {
  if (only) return only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));
  if (kind === CodeActionKind.QuickFix) return true;
  return trigger !== CodeActionTriggerKind.Automatic || at.start < at.end;
}

function toAction(
  offer: Offer,
  document: OpenDocument,
  at: Range,
  lines: LineIndex,
  shown: readonly Diagnostic[],
): CodeAction {
  const { title, kind, finding, isPreferred, does, run } = offer;
  const own = finding && toDiagnostic(finding, lines, document.folder.uri);
  const action: CodeAction = { title, kind };
  if (own) action.diagnostics = [shown.find((one) => isSame(one, own)) ?? own];
  if (isPreferred) action.isPreferred = true;
  if ('literal' in does) {
    const { range, name } = does.literal;
    const argument: NameEnvVarArguments = { uri: document.uri, range: toRange(range, lines), name };
    return { ...action, command: { title, command: nameEnvVarCommand, arguments: [argument] } };
  }
  if ('choices' in does && finding) {
    const choices = does.choices.map(({ label, description }) => ({ label, description }));
    const range = toRange(finding.range, lines);
    const argument: ChooseFixArguments = { uri: document.uri, range, rule: finding.rule, title, choices };
    return { ...action, command: { title, command: chooseFixCommand, arguments: [argument] } };
  }
  if (run) {
    const uri = uriOf(document.folder.uri, run.path);
    action.command = { title, command: runs[run.does], arguments: [uri] };
  }
  const data: Data = { uri: document.uri, at, title, kind, rule: finding?.rule, start: finding?.range.start };
  return { ...action, data };
}

const runs = { restrict: restrictFileCommand, untrack: untrackFileCommand };

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return a.source === source && a.code === b.code && JSON.stringify(a.range) === JSON.stringify(b.range);
}

async function resolve(session: Session, action: CodeAction): Promise<CodeAction> {
  const data = dataOf(action.data);
  const document = data && session.documents.get(data.uri);
  if (!document) return action;
  const made = await freshEdit(session, document, async () => {
    const offers = await offersAt(session, document, data.at);
    const does = offers.find((offer) => isChosen(offer, data))?.does;
    return does && 'edits' in does ? { result: undefined, edits: does.edits } : undefined;
  });
  return made ? { ...action, edit: made.edit } : action;
}

function isChosen({ title, kind, finding }: Offer, data: Data): boolean {
  const isSamePlace = finding?.rule === data.rule && finding?.range.start === data.start;
  return isSamePlace && title === data.title && kind === data.kind;
}

function dataOf(data: unknown): Data | undefined {
  return typeof data === 'object' && data !== null && 'uri' in data && 'at' in data
    ? (data as Data)
    : undefined;
}
