import { defineRule, notAppCode } from '../../rule';
import { eachProcess } from './shared/processes';
import { documentVariable, unknownVariables } from './shared/unknown-variables';

export default defineRule({
  id: 'procfile/unknown-variable',
  title: 'Variable that nothing sets',
  severity: 'information',
  message:
    'No env file sets or documents {name}, so this is empty where the platform does not set it. Document it in the example env file, or give it a default: {default}.',
  skip: notAppCode,
  commands: eachProcess(unknownVariables),
  fix: documentVariable,
});
