import { defineRule, notAppCode, notServices } from '../../rule';
import { calls } from './no-sigterm-handler/calls';
import { toGracefulStop } from './no-sigterm-handler/fixes/skeleton';

export default defineRule({
  id: 'disposability/no-sigterm-handler',
  title: 'No graceful stop on SIGTERM',
  severity: 'warning',
  message:
    'On SIGTERM {what} stops at once, and {work}. Handle SIGTERM: take nothing new, finish what is open, then exit.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  notFor: { shell: 'A script passes the signal on; what it starts is judged in its own language.' },
  fix: toGracefulStop,
});
