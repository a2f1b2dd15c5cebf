import { type QuickPickItem, Uri, window, workspace } from 'vscode';
import { UserError } from '../errors';
import type { Outputs } from '../output/outputs';
import { pendingOneShots, runToEnd } from './one-shots';
import { wordsFor } from './process-words';
import type { FormationSession } from './session';

/** Starts a formation as a user does: which Procfile is asked once, and what runs once is offered first. False where the user went back. */
export async function startFormation(session: FormationSession, outputs: Outputs): Promise<boolean> {
  if (session.isUndecided && !(await chooseProcfile(session))) return false;
  await session.refresh();
  const first = await chooseOneShots(session);
  if (!first) return false;
  outputs.show(session);
  for (const type of first) await runFirst(session, type);
  await session.start();
  return true;
}

/** Asks which Procfile of an app is to be run, and keeps the answer for the workspace. */
export async function chooseProcfile(session: FormationSession): Promise<boolean> {
  const { procfiles, procfile, name } = session.view();
  const items = procfiles.map((label) => ({
    label,
    description: label === procfile && !session.isUndecided ? 'runs now' : purposeOf(label),
  }));
  const title = `Procfile of ${name}`;
  const chosen = await window.showQuickPick(items, { title, placeHolder: 'Which one is to be run here?' });
  if (chosen) await session.choose(chosen.label);
  return chosen !== undefined;
}

function purposeOf(procfile: string): string {
  if (procfile === 'Procfile') return 'as production runs it';
  return /dev|local/.test(procfile) ? 'for development' : '';
}

/** The types to run before the formation; undefined where the user went back. */
async function chooseOneShots(session: FormationSession): Promise<readonly string[] | undefined> {
  const pending = pendingOneShots(session.view());
  const setting = workspace
    .getConfiguration('twelveFactor.formation', Uri.parse(session.key))
    .get<string>('runFirst');
  if (pending.length === 0 || setting === 'never') return [];
  if (setting === 'always') return pending;
  const names = pending.join(', ');
  const alone: QuickPickItem & { run: readonly string[] } = {
    label: '$(play) Start the formation only',
    detail: `${names} can be run later, from the view.`,
    run: [],
  };
  const first: typeof alone = {
    label: `$(terminal) Run ${names} first`,
    detail: 'The formation starts once it has ended well.',
    run: pending,
  };
  const placeHolder = `${names} ${pending.length === 1 ? 'has' : 'have'} not run yet`;
  return (await window.showQuickPick([first, alone], { title: 'Start formation', placeHolder }))?.run;
}

async function runFirst(session: FormationSession, type: string): Promise<void> {
  const state = await runToEnd(session, { formation: session.key, type, id: `${type}.1` });
  if (state.exit?.code === 0) return;
  throw new UserError(
    `${type} failed (${wordsFor(state).state}), so the formation was not started.`,
    session.placeOf(type),
  );
}
