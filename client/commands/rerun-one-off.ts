import { defineCommand } from '../command';
import { UserError } from '../errors';
import { pickFormation } from '../formation/pick';
import { hasFormation, mayRun, row } from '../when';

export default defineCommand({
  id: 'twelveFactor.rerunOneOff',
  title: 'Run last one-off process again',
  enablement: mayRun,
  palette: hasFormation,
  menus: [{ menu: 'view/item/context', when: row('formation|group'), group: '1_run@3' }],
  async run(services, argument) {
    const session = await pickFormation(services, argument);
    if (!session) return;
    const [last] = services.oneOffs.recent(session);
    if (!last) throw new UserError('No one-off process has been run here yet.');
    await services.oneOffs.run(session, last);
  },
});
