import { defineCommand } from '../command';
import { pickFormation } from '../formation/pick';
import { formationRunning, hasFormation, mayRun, row } from '../when';

export default defineCommand({
  id: 'twelveFactor.formation.stop',
  title: 'Stop formation',
  icon: '$(debug-stop)',
  enablement: mayRun,
  palette: `${hasFormation} && twelveFactor.formationRunning`,
  menus: [
    { menu: 'view/title', when: formationRunning, group: 'navigation@2' },
    { menu: 'view/item/context', when: row('formation', 'canStop'), group: 'inline@2' },
  ],
  run: async (services, argument) => (await pickFormation(services, argument))?.stop(),
});
