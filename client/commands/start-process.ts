import { defineCommand } from '../command';
import { pickTarget } from '../formation/pick';
import { hasFormation, mayRun, row } from '../when';

export default defineCommand({
  id: 'twelveFactor.process.start',
  title: 'Start process',
  icon: '$(play)',
  enablement: mayRun,
  palette: hasFormation,
  menus: [
    { menu: 'view/item/context', when: row('type|process|oneOff', 'canStart'), group: 'inline@8' },
    { menu: 'view/item/context', when: row('type|process|oneOff', 'canStart'), group: '1_run@1' },
  ],
  async run(services, argument) {
    const target = await pickTarget(services, argument, 'canStart');
    const session = target && services.formations.find(target.formation);
    if (!session) return;
    await session.start(target);
    services.outputs.show(session);
  },
});
