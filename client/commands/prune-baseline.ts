import { recordBaseline } from '../baseline';
import { defineCommand } from '../command';

export default defineCommand({
  id: 'twelveFactor.baseline.prune',
  title: 'Prune baseline',
  enablement: 'workspaceFolderCount != 0',
  run: (services) => recordBaseline(services, true),
});
