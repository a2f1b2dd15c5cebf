import { type QuickPickItem, window } from 'vscode';
import { UserError } from '../errors';
import type { Services } from '../services';
import { rowsOf } from './rows';
import type { FormationSession } from './session';
import type { Target } from './view';

const noProcfile = 'No Procfile was found in the open folders.';

/** The formation a command is meant for: the row's, the only one, or the one the user picks. */
export async function pickFormation(
  { formations, targetOf }: Services,
  argument: unknown,
): Promise<FormationSession | undefined> {
  const target = targetOf(argument);
  if (target) return formations.find(target.formation);
  const { sessions } = formations;
  if (sessions.length === 0) throw new UserError(noProcfile);
  if (sessions.length === 1) return sessions[0];
  const items = sessions.map((session) => ({ label: session.name, description: session.path, session }));
  return (await window.showQuickPick(items, { title: 'Formation' }))?.session;
}

/** The process type or process a command is meant for; from the palette, the user picks among those the row word fits. */
export async function pickTarget(
  { formations, targetOf }: Services,
  argument: unknown,
  word: string,
): Promise<Target | undefined> {
  const given = targetOf(argument);
  if (given) return given;
  const views = formations.views();
  if (views.length === 0) throw new UserError(noProcfile);
  const items: (QuickPickItem & { target: Target })[] = [];
  const collect = (rows: ReturnType<typeof rowsOf>): void => {
    for (const row of rows) {
      const { label, description, target } = row;
      if (target.type !== undefined && row.context.split(' ').includes(word)) {
        items.push({ label, description, target });
      }
      collect(row.children);
    }
  };
  collect(rowsOf(views));
  if (items.length === 0) throw new UserError('There is no process this can be done with now.');
  return (await window.showQuickPick(items, { title: 'Process', matchOnDescription: true }))?.target;
}
