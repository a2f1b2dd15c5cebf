import { defineCommand } from '../command';
import { pickTarget } from '../formation/pick';
import { hasFormation, row } from '../when';

export default defineCommand({
  id: 'twelveFactor.process.type',
  title: 'Type into process',
  icon: '$(keyboard)',
  palette: `${hasFormation} && twelveFactor.formationRunning`,
  menus: [{ menu: 'view/item/context', when: row('process|oneOff', 'canType'), group: '3_look@2' }],
  async run(services, argument) {
    const target = await pickTarget(services, argument, 'canType');
    const session = target && services.formations.find(target.formation);
    if (session && target.id !== undefined) services.outputs.show(session, target.id, true);
  },
});
