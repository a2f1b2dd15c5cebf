import { defineCommand } from '../command';
import { pickFormation } from '../formation/pick';
import { hasFormation, mayRun, row, viewId } from '../when';

export default defineCommand({
  id: 'twelveFactor.formation.debug',
  title: 'Debug formation',
  icon: '$(debug-alt)',
  enablement: mayRun,
  palette: hasFormation,
  menus: [
    {
      menu: 'view/title',
      when: `view == ${viewId} && ${hasFormation} && !twelveFactor.procfileEmpty`,
      group: '1_run@1',
    },
    { menu: 'view/item/context', when: row('formation'), group: '1_run@1' },
  ],
  async run(services, argument) {
    const session = await pickFormation(services, argument);
    if (session) await services.debugging.startAll(session);
  },
});
