import { defineRule, notAppCode, notServices } from '../../rule';
import { traps } from './sigterm-ignored/commands';
import { units } from './sigterm-ignored/entries';

export default defineRule({
  id: 'disposability/sigterm-ignored',
  title: 'SIGTERM is ignored',
  severity: 'error',
  message: '{what}, so the process is killed in the middle of its work. Let SIGTERM end it.',
  skip: notAppCode,
  skipApps: notServices,
  commands: traps,
  entries: units,
});
