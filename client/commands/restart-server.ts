import { defineCommand } from '../command';

export default defineCommand({
  id: 'twelveFactor.server.restart',
  title: 'Restart language server',
  run: ({ server }) => server.restart(),
});
