import { defineCommand } from '../command';
import { pickTarget } from '../formation/pick';
import { hasFormation, row } from '../when';

export default defineCommand({
  id: 'twelveFactor.process.showOutput',
  title: 'Show output of process',
  icon: '$(terminal)',
  palette: hasFormation,
  menus: [{ menu: 'view/item/context', when: row('process|oneOff', 'hasOutput'), group: '3_look@1' }],
  async run(services, argument) {
    const target = await pickTarget(services, argument, 'hasOutput');
    const session = target && services.formations.find(target.formation);
    if (session && target.id) services.outputs.show(session, target.id);
  },
});
