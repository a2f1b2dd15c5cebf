import { defineCommand } from '../command';
import { pickTarget } from '../formation/pick';
import { hasFormation, mayRun, row } from '../when';

export default defineCommand({
  id: 'twelveFactor.process.attachDebugger',
  title: 'Attach debugger to process',
  icon: '$(debug-disconnect)',
  enablement: mayRun,
  palette: `${hasFormation} && twelveFactor.formationRunning`,
  menus: [{ menu: 'view/item/context', when: row('process', 'canAttach'), group: '1_run@5' }],
  async run(services, argument) {
    const target = await pickTarget(services, argument, 'canAttach');
    const session = target && services.formations.find(target.formation);
    if (session && target.id !== undefined) await services.debugging.attach(session, target.id);
  },
});
