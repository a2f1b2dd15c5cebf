import { defineCommand } from '../command';

export default defineCommand({
  id: 'twelveFactor.server.showLog',
  title: 'Show language server log',
  run: ({ server }) => server.showLog(),
});
