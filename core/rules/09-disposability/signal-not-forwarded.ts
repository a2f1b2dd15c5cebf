import { defineRule, notServices } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { notForwarded } from './signal-not-forwarded/commands';

export default defineRule({
  id: 'disposability/signal-not-forwarded',
  title: 'SIGTERM does not reach the app',
  severity: 'warning',
  message: '{what} does not pass SIGTERM on, so the app is killed in the middle of its work. {advice}',
  skip: ['test', 'example', 'generated', 'vendored'],
  skipApps: notServices,
  commands: notForwarded,
  fix: oneEdit,
});
