import { Uri, window, workspace } from 'vscode';
import { defineCommand } from '../command';
import { pickFormation } from '../formation/pick';
import { hasFormation, viewId } from '../when';

export default defineCommand({
  id: 'twelveFactor.output.save',
  title: 'Save output as…',
  palette: hasFormation,
  menus: [{ menu: 'view/title', when: `view == ${viewId} && ${hasFormation}`, group: '3_output@5' }],
  async run(services, argument) {
    const session = await pickFormation(services, argument);
    if (!session) return;
    const text = await services.outputs.text(session);
    const defaultUri = Uri.joinPath(Uri.parse(session.key), `${session.name}.log`);
    const file = await window.showSaveDialog({ defaultUri, filters: { Log: ['log', 'txt'] } });
    if (!file) return;
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await window.showTextDocument(file);
  },
});
