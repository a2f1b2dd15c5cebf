import { defineRule, notAppCode } from '../../rule';
import { backticks } from './system-tool-shellout/backticks';
import { calls } from './system-tool-shellout/calls';
import { wrappers } from './system-tool-shellout/wrappers';

export default defineRule({
  id: 'dependencies/system-tool-shellout',
  title: 'Program of the system that nothing declares',
  severity: 'warning',
  message: '{who} starts {tool} and counts on the system to have it. {advice}',
  skip: notAppCode,
  skipApps: ['library', 'command', 'desktop', 'browser'],
  calls,
  texts: backticks,
  appFiles: wrappers,
  notFor: {
    shell:
      'A shell script is made of programs of the system; where one runs in production is judged by its command.',
  },
});
