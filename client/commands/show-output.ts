import { defineCommand } from '../command';
import { pickFormation } from '../formation/pick';
import { hasFormation, viewId } from '../when';

export default defineCommand({
  id: 'twelveFactor.formation.showOutput',
  title: 'Show output',
  icon: '$(terminal)',
  palette: hasFormation,
  menus: [{ menu: 'view/title', when: `view == ${viewId} && ${hasFormation}`, group: 'navigation@3' }],
  async run(services, argument) {
    const session = await pickFormation(services, argument);
    if (session) services.outputs.show(session);
  },
});
