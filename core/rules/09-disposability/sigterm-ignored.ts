import { defineRule, notAppCode, notServices } from '../../rule';
import { repairing } from '../06-processes/shared/repairs';
import { calls, removeHandler } from './sigterm-ignored/calls';
import { traps } from './sigterm-ignored/commands';
import { units } from './sigterm-ignored/entries';

export default defineRule({
  id: 'disposability/sigterm-ignored',
  title: 'SIGTERM is ignored',
  severity: 'information',
  message: '{what}, so the process is killed in the middle of its work. Let SIGTERM end it.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  notFor: {
    csharp: 'A handler that cancels the signal stops the app later; where it does is not followed.',
    rust: 'What is done with a signal that was waited for is not followed.',
  },
  commands: traps,
  entries: units,
  fix: (finding, text, app) => [...removeHandler(finding, text), ...repairing(finding, text, app)],
});
