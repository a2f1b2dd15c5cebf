import { recordBaseline } from '../baseline';
import { defineCommand } from '../command';

export default defineCommand({
  id: 'twelveFactor.baseline.record',
  title: 'Record baseline',
  enablement: 'workspaceFolderCount != 0',
  run: (services) => recordBaseline(services, false),
});
