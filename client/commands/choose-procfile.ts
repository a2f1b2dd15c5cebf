import { defineCommand } from '../command';
import { UserError } from '../errors';
import { pickFormation } from '../formation/pick';
import { chooseProcfile } from '../formation/start';
import { hasFormation, row, viewId } from '../when';

export default defineCommand({
  id: 'twelveFactor.formation.chooseProcfile',
  title: 'Choose Procfile…',
  palette: `${hasFormation} && twelveFactor.severalProcfiles`,
  menus: [
    {
      menu: 'view/title',
      when: `view == ${viewId} && ${hasFormation} && twelveFactor.severalProcfiles`,
      group: '2_scale@2',
    },
    { menu: 'view/item/context', when: row('formation', 'severalProcfiles'), group: '2_scale@2' },
  ],
  async run(services, argument) {
    const session = await pickFormation(services, argument);
    if (!session) return;
    const { procfiles, procfile } = session.view();
    if (procfiles.length < 2) throw new UserError(`${session.name} has one Procfile only, ${procfile}.`);
    await chooseProcfile(session);
  },
});
