import { defineRule, notAppCode } from '../../rule';
import { addMissing, missingInExample } from './shared/drift';
import { eachEnvFile } from './shared/files';

export default defineRule({
  id: 'env/missing-in-example',
  title: 'Variable that the example file does not name',
  severity: 'hint',
  message:
    '{other} does not name {name}, so others will not know that it is needed. Add it there, without its value.',
  skip: notAppCode,
  appFiles: eachEnvFile(missingInExample),
  fix: addMissing,
});
