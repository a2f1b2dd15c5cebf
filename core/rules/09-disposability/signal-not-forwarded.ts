import { defineRule, notServices } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { notForwarded } from './signal-not-forwarded/commands';
import { inProcfile } from './signal-not-forwarded/procfile';

export default defineRule({
  id: 'disposability/signal-not-forwarded',
  title: 'SIGTERM does not reach the app',
  severity: 'warning',
  message: '{what} does not pass SIGTERM on, so the app is killed in the middle of its work. {advice}',
  skip: ['test', 'example', 'generated', 'vendored'],
  skipApps: notServices,
  commands: (one, app) => [...notForwarded(one, app), ...inProcfile(one, app)],
  fix: oneEdit,
});
