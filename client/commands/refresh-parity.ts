import { defineCommand } from '../command';
import { parityViewId } from '../when';

export default defineCommand({
  id: 'twelveFactor.refreshParity',
  title: 'Refresh Parity',
  icon: '$(refresh)',
  palette: 'workspaceFolderCount > 0',
  menus: [{ menu: 'view/title', when: `view == ${parityViewId}`, group: 'navigation' }],
  run: ({ parity }) => parity.refresh(),
});
