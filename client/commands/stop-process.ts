import { defineCommand } from '../command';
import { pickTarget } from '../formation/pick';
import { hasFormation, mayRun, row } from '../when';

export default defineCommand({
  id: 'twelveFactor.process.stop',
  title: 'Stop process',
  icon: '$(debug-stop)',
  enablement: mayRun,
  palette: `${hasFormation} && twelveFactor.formationRunning`,
  menus: [
    { menu: 'view/item/context', when: row('type|process|oneOff', 'canStop'), group: 'inline@9' },
    { menu: 'view/item/context', when: row('type|process|oneOff', 'canStop'), group: '1_run@3' },
  ],
  async run(services, argument) {
    const target = await pickTarget(services, argument, 'canStop');
    if (target) await services.formations.find(target.formation)?.stop(target);
  },
});
