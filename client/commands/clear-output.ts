import { defineCommand } from '../command';
import { pickFormation } from '../formation/pick';
import { hasFormation, viewId } from '../when';

export default defineCommand({
  id: 'twelveFactor.output.clear',
  title: 'Clear output',
  palette: hasFormation,
  menus: [{ menu: 'view/title', when: `view == ${viewId} && ${hasFormation}`, group: '3_output@3' }],
  async run(services, argument) {
    const session = await pickFormation(services, argument);
    if (session) services.outputs.clear(session);
  },
});
