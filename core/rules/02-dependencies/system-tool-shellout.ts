import { defineRule, notAppCode } from '../../rule';
import { calls } from './system-tool-shellout/calls';

export default defineRule({
  id: 'dependencies/system-tool-shellout',
  title: 'Program of the system that nothing declares',
  severity: 'warning',
  message: 'The app starts {tool} and counts on the system to have it. {advice}',
  skip: notAppCode,
  skipApps: ['library', 'command', 'desktop', 'browser'],
  calls,
  notFor: {
    shell:
      'A shell script is made of programs of the system; where one runs in production is judged by its command.',
  },
});
