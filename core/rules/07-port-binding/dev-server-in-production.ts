import { defineRule, notAppCode } from '../../rule';
import { devServers, toProduction } from './shared/dev-servers';

export default defineRule({
  id: 'port-binding/dev-server-in-production',
  title: 'Development server in a process command',
  severity: 'warning',
  message:
    '{server} is a development server: slow, with one process, and not made to be reached by everyone. Start the app’s production server here.',
  skip: notAppCode,
  commands: devServers,
  notFor: {
    shell: 'A start script chooses between the server of development and that of production.',
  },
  fix: toProduction,
});
