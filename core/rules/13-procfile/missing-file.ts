import { defineRule, notAppCode } from '../../rule';
import { missingFiles } from './shared/missing-files';
import { eachProcessOrScript } from './shared/processes';

export default defineRule({
  id: 'procfile/missing-file',
  title: 'File that is not in the project',
  severity: 'warning',
  message:
    'There is no {file} in this project, and nothing seems to build it. Name the file that starts the process.',
  skip: notAppCode,
  commands: eachProcessOrScript(missingFiles),
});
