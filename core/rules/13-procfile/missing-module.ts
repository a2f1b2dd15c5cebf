import { defineRule, notAppCode } from '../../rule';
import { missingModules } from './shared/missing-modules';
import { eachProcessOrScript } from './shared/processes';

export default defineRule({
  id: 'procfile/missing-module',
  title: 'Python module that is not in the project',
  severity: 'warning',
  message:
    'There is no module {module} in this project, so {program} cannot load the app. Name the module that holds it.',
  skip: notAppCode,
  commands: eachProcessOrScript(missingModules),
});
