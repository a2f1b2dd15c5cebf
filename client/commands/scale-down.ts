import { defineCommand } from '../command';
import { pickTarget } from '../formation/pick';
import { hasFormation, mayRun, row } from '../when';

export default defineCommand({
  id: 'twelveFactor.process.scaleDown',
  title: 'Scale down',
  icon: '$(remove)',
  enablement: mayRun,
  palette: hasFormation,
  menus: [
    { menu: 'view/item/context', when: row('type', 'canScaleDown'), group: 'inline@1' },
    { menu: 'view/item/context', when: row('type', 'canScaleDown'), group: '2_scale@2' },
  ],
  async run(services, argument) {
    const target = await pickTarget(services, argument, 'canScaleDown');
    if (target?.type) await services.formations.find(target.formation)?.scaleBy(target.type, -1);
  },
});
