import { defineCommand } from '../command';
import { pickFormation } from '../formation/pick';
import { hasFormation, mayRun, row, viewId } from '../when';

export default defineCommand({
  id: 'twelveFactor.runOneOff',
  title: 'Run one-off process…',
  icon: '$(tools)',
  enablement: mayRun,
  palette: hasFormation,
  menus: [
    { menu: 'view/title', when: `view == ${viewId} && ${hasFormation}`, group: 'navigation@4' },
    { menu: 'view/item/context', when: row('group'), group: 'inline@1' },
    { menu: 'view/item/context', when: row('formation|group'), group: '1_run@2' },
  ],
  async run(services, argument) {
    const session = await pickFormation(services, argument);
    const chosen = session && (await services.oneOffs.pick(session));
    if (session && chosen) await services.oneOffs.run(session, chosen);
  },
});
