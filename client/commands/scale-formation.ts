import { window } from 'vscode';
import { formatCounts, parseCounts } from '../../formation/counts';
import { defineCommand } from '../command';
import { pickFormation } from '../formation/pick';
import { hasFormation, mayRun, row, viewId } from '../when';

export default defineCommand({
  id: 'twelveFactor.formation.scale',
  title: 'Scale formation…',
  enablement: mayRun,
  palette: hasFormation,
  menus: [
    {
      menu: 'view/title',
      when: `view == ${viewId} && ${hasFormation} && !twelveFactor.procfileEmpty`,
      group: '2_scale@1',
    },
    { menu: 'view/item/context', when: row('formation'), group: '2_scale@1' },
  ],
  async run(services, argument) {
    const session = await pickFormation(services, argument);
    if (!session) return;
    const { types } = session.view();
    const now = types.filter(({ oneOff }) => !oneOff).map(({ name, count }) => [name, count] as const);
    const typed = await window.showInputBox({
      title: `Scale ${session.name}`,
      prompt: 'Instances of each process type, such as web=2,worker=1; all=1 stands for those not named',
      value: formatCounts(Object.fromEntries(now)),
      validateInput: (text) => problemWith(text, new Set(types.map(({ name }) => name))),
    });
    if (typed === undefined) return;
    const counts = parseCounts(typed);
    if (typeof counts !== 'string') await session.scaleTo(counts);
  },
});

function problemWith(text: string, names: ReadonlySet<string>): string | undefined {
  const counts = parseCounts(text);
  if (typeof counts === 'string') return counts;
  const unknown = Object.keys(counts).find((name) => name !== 'all' && !names.has(name));
  return unknown === undefined ? undefined : `The Procfile has no process type ${unknown}.`;
}
