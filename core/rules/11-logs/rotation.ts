import { defineRule, notAppCode, notServices } from '../../rule';
import calls from './rotation/apis';
import { rotations } from './rotation/commands';
import { rollingPolicies, rollingSettings } from './rotation/settings';

export default defineRule({
  id: 'logs/rotation',
  title: 'App rotates its log files',
  severity: 'warning',
  message:
    '{api} manages log files. Write the log to stdout and leave keeping and rotating it to the environment.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  given: rollingSettings,
  entries: rollingPolicies,
  commands: rotations,
});
