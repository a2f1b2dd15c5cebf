import { window } from 'vscode';
import { defineCommand } from '../command';
import { pickFormation } from '../formation/pick';
import { hasFormation, viewId } from '../when';

export default defineCommand({
  id: 'twelveFactor.output.copy',
  title: 'Copy output',
  palette: hasFormation,
  menus: [{ menu: 'view/title', when: `view == ${viewId} && ${hasFormation}`, group: '3_output@4' }],
  async run(services, argument) {
    const session = await pickFormation(services, argument);
    if (!session) return;
    await services.outputs.copy(session);
    window.setStatusBarMessage('$(check) Output copied', 4000);
  },
});
