import { defineRule, notAppCode } from '../../rule';
import { suggestedLines, withoutTypes } from './shared/no-types';

export default defineRule({
  id: 'procfile/no-process-type',
  title: 'Procfile without a process type',
  severity: 'information',
  message:
    'This Procfile names no process type: most runners refuse it, and a platform starts nothing. Write a line such as `web: command`.',
  skip: notAppCode,
  appFiles: withoutTypes,
  fix: suggestedLines,
});
