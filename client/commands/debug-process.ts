import { defineCommand } from '../command';
import { pickTarget } from '../formation/pick';
import { hasFormation, mayRun, row } from '../when';

/** The CodeLens of a Procfile runs it too, with the key of a row. */
export default defineCommand({
  id: 'twelveFactor.process.debug',
  title: 'Debug process',
  icon: '$(debug-alt)',
  enablement: mayRun,
  palette: hasFormation,
  menus: [
    { menu: 'view/item/context', when: row('process', 'canDebug'), group: 'inline@3' },
    { menu: 'view/item/context', when: row('type', 'canStart.*\\bcanDebug'), group: 'inline@3' },
    { menu: 'view/item/context', when: row('type|process', 'canDebug'), group: '1_run@4' },
  ],
  async run(services, argument) {
    const target = await pickTarget(services, argument, 'canDebug');
    const session = target && services.formations.find(target.formation);
    if (!session || target.type === undefined) return;
    await services.debugging.start(session, { ...target, id: target.id ?? `${target.type}.1` });
  },
});
