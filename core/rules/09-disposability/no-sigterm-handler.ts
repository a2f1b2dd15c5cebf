import { defineRule, notAppCode, notServices } from '../../rule';
import * as calls from './no-sigterm-handler/calls';
import { toSetting } from './no-sigterm-handler/fixes/settings';
import { toGracefulStop } from './no-sigterm-handler/fixes/skeleton';
import { entries, uwsgiCommands } from './no-sigterm-handler/settings';

export default defineRule({
  id: 'disposability/no-sigterm-handler',
  title: 'No graceful stop on SIGTERM',
  severity: 'warning',
  message: 'On SIGTERM {what} {does}. {todo}',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  notFor: { shell: 'A script passes the signal on; what it starts is judged in its own language.' },
  entries,
  commands: uwsgiCommands,
  fix: (finding, text, app) => [...toSetting(finding, text, app), ...toGracefulStop(finding, text, app)],
});
