import { ConfigurationTarget, workspace } from 'vscode';
import { defineCommand } from '../command';
import { hasFormation, viewId } from '../when';

export default defineCommand({
  id: 'twelveFactor.output.toggleTimestamps',
  title: 'Show or hide timestamps in output',
  palette: hasFormation,
  menus: [{ menu: 'view/title', when: `view == ${viewId} && ${hasFormation}`, group: '3_output@2' }],
  async run() {
    const section = workspace.getConfiguration('twelveFactor.formation');
    const shown = section.get('timestamps', true);
    await section.update('timestamps', !shown, ConfigurationTarget.Global);
  },
});
