import { defineCommand } from '../command';
import { pickTarget } from '../formation/pick';
import { hasFormation, mayRun, row } from '../when';

export default defineCommand({
  id: 'twelveFactor.process.scaleUp',
  title: 'Scale up',
  icon: '$(add)',
  enablement: mayRun,
  palette: hasFormation,
  menus: [
    { menu: 'view/item/context', when: row('type', 'canScale'), group: 'inline@2' },
    { menu: 'view/item/context', when: row('type', 'canScale'), group: '2_scale@1' },
  ],
  async run(services, argument) {
    const target = await pickTarget(services, argument, 'canScale');
    if (target?.type) await services.formations.find(target.formation)?.scaleBy(target.type, 1);
  },
});
