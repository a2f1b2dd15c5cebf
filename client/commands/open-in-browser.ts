import { env, Uri } from 'vscode';
import { defineCommand } from '../command';
import { UserError } from '../errors';
import { pickTarget } from '../formation/pick';
import { row } from '../when';

export default defineCommand({
  id: 'twelveFactor.process.openInBrowser',
  title: 'Open in browser',
  icon: '$(link-external)',
  palette: 'twelveFactor.formationRunning',
  menus: [
    { menu: 'view/item/context', when: row('process', 'opens'), group: 'inline@7' },
    { menu: 'view/item/context', when: row('process', 'opens'), group: '3_look@2' },
  ],
  async run(services, argument) {
    const target = await pickTarget(services, argument, 'opens');
    const session = target && services.formations.find(target.formation);
    if (!session || !target.id) return;
    const port = session.portOf(target.id);
    if (port === undefined) throw new UserError(`${target.id} is not running.`);
    await env.openExternal(Uri.parse(`http://localhost:${port}`));
  },
});
