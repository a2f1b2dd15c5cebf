import { window } from 'vscode';
import { defineCommand } from '../command';
import { pickFormation } from '../formation/pick';
import { hasFormation, viewId } from '../when';

export default defineCommand({
  id: 'twelveFactor.output.filter',
  title: 'Filter output by process type…',
  palette: hasFormation,
  menus: [{ menu: 'view/title', when: `view == ${viewId} && ${hasFormation}`, group: '3_output@1' }],
  async run(services, argument) {
    const session = await pickFormation(services, argument);
    if (!session) return;
    const hidden = services.outputs.hiddenIn(session);
    const items = session.view().types.map(({ name, command }) => {
      return { label: name, description: command, picked: !hidden.has(name) };
    });
    const placeHolder = 'Show the output of these process types';
    const chosen = await window.showQuickPick(items, {
      title: 'Filter output',
      placeHolder,
      canPickMany: true,
    });
    if (!chosen) return;
    const shown = new Set(chosen.map(({ label }) => label));
    services.outputs.hide(
      session,
      new Set(items.map(({ label }) => label).filter((label) => !shown.has(label))),
    );
  },
});
