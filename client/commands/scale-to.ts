import { window } from 'vscode';
import { defineCommand } from '../command';
import { countProblem } from '../formation/counts';
import { pickTarget } from '../formation/pick';
import { hasFormation, mayRun, row } from '../when';

export default defineCommand({
  id: 'twelveFactor.process.scaleTo',
  title: 'Scale to…',
  enablement: mayRun,
  palette: hasFormation,
  menus: [{ menu: 'view/item/context', when: row('type', 'canScale'), group: '2_scale@3' }],
  async run(services, argument) {
    const target = await pickTarget(services, argument, 'canScale');
    const session = target && services.formations.find(target.formation);
    if (!session || !target.type) return;
    const typed = await window.showInputBox({
      title: `Scale ${target.type}`,
      prompt: 'How many instances to run',
      value: String(session.countOf(target.type)),
      validateInput: countProblem,
    });
    if (typed !== undefined) await session.scaleTo({ [target.type]: Number(typed) });
  },
});
