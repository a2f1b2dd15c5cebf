import { defineRule, notAppCode } from '../../rule';
import { eachEnvFile } from './shared/files';
import { unknownReferences } from './shared/references';

export default defineRule({
  id: 'env/unknown-reference',
  title: 'Reference to a variable that nothing sets',
  severity: 'information',
  message:
    'No env file sets the variable that this refers to, so it becomes empty, or stays as it is written. Set it, or write a default behind `:-`.',
  skip: notAppCode,
  appFiles: eachEnvFile(unknownReferences),
});
