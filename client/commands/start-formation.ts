import { defineCommand } from '../command';
import { pickFormation } from '../formation/pick';
import { startFormation } from '../formation/start';
import { formationStopped, hasFormation, mayRun, row } from '../when';

export default defineCommand({
  id: 'twelveFactor.formation.start',
  title: 'Start formation',
  icon: '$(play)',
  enablement: mayRun,
  palette: hasFormation,
  menus: [
    { menu: 'view/title', when: formationStopped, group: 'navigation@1' },
    { menu: 'view/item/context', when: row('formation', 'canStart'), group: 'inline@1' },
  ],
  async run(services, argument) {
    const session = await pickFormation(services, argument);
    if (session) await startFormation(session, services.outputs);
  },
});
