import { defineRule, notAppCode } from '../../rule';
import { missingVariables } from './shared/app-json';
import { addToAppJson } from './shared/app-json-fix';

export default defineRule({
  id: 'procfile/app-json-env',
  title: 'Variable of a process command that app.json does not list',
  severity: 'information',
  message:
    '{path} lists the variables that a deploy needs, and {name} is not among them: this is empty in a new deploy. Add it there, or give it a default.',
  skip: notAppCode,
  commands: missingVariables,
  fix: addToAppJson,
});
