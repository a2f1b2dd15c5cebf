import { defineRule, notAppCode, notServices } from '../../rule';
import calls from './handwritten-file/apis';
import { print } from './handwritten-file/to-stdout';

export default defineRule({
  id: 'logs/handwritten-file',
  title: 'Log file written by hand',
  severity: 'warning',
  message:
    'The code appends to a log file itself. Print the line to stdout and let the environment collect it.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  fix: print,
});
