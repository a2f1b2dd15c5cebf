import { defineCommand } from '../command';
import { pickFormation } from '../formation/pick';
import { formationRunning, hasFormation, mayRun, row } from '../when';

export default defineCommand({
  id: 'twelveFactor.formation.restart',
  title: 'Restart formation',
  icon: '$(debug-restart)',
  enablement: mayRun,
  palette: `${hasFormation} && twelveFactor.formationRunning`,
  menus: [
    { menu: 'view/title', when: formationRunning, group: 'navigation@1' },
    { menu: 'view/item/context', when: row('formation', 'canStop'), group: 'inline@1' },
  ],
  run: async (services, argument) => (await pickFormation(services, argument))?.restart(),
});
