import { defineRule, notAppCode, notServices } from '../../rule';
import { calls } from './slow-start/calls';
import { waits } from './slow-start/commands';

export default defineRule({
  id: 'disposability/slow-start',
  title: 'Start that waits',
  severity: 'information',
  message:
    '{what} on every start of the process. Start at once, and try again where something is not there yet.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  notFor: {
    go: 'How long a product of durations is, is not read.',
  },
  commands: waits,
});
