import { defineRule, notAppCode } from '../../rule';
import { missingScripts } from './shared/missing-scripts';
import { eachProcessOrScript } from './shared/processes';

export default defineRule({
  id: 'procfile/missing-script',
  title: 'Script that package.json does not have',
  severity: 'warning',
  message:
    '{path} has no script {script}, so this process ends as soon as it starts. Add the script, or name another.',
  skip: notAppCode,
  commands: eachProcessOrScript(missingScripts),
});
