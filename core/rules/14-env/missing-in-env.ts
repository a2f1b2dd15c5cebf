import { defineRule, notAppCode } from '../../rule';
import { addMissing, missingInEnv } from './shared/drift';
import { eachEnvFile } from './shared/files';

export default defineRule({
  id: 'env/missing-in-env',
  title: 'Variable of the example file that is not set',
  severity: 'hint',
  message: '{other} does not set {name}. Add it there.',
  skip: notAppCode,
  appFiles: eachEnvFile(missingInEnv),
  fix: addMissing,
});
