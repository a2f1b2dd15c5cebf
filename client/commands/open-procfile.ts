import { defineCommand } from '../command';
import { pickFormation } from '../formation/pick';
import { reveal } from '../reveal';
import { row } from '../when';

export default defineCommand({
  id: 'twelveFactor.openProcfile',
  title: 'Open Procfile',
  palette: 'twelveFactor.hasProcfile',
  menus: [{ menu: 'view/item/context', when: row('formation|type|oneOff'), group: '3_look@3' }],
  async run(services, argument) {
    const session = await pickFormation(services, argument);
    if (session) await reveal(session.placeOf(services.targetOf(argument)?.type));
  },
});
