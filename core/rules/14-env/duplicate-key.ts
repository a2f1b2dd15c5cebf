import { defineRule } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { duplicateKeys } from './shared/duplicates';
import { eachEnvFile } from './shared/files';

export default defineRule({
  id: 'env/duplicate-key',
  title: 'Variable that is set twice',
  severity: 'warning',
  message: '{name} is set already in line {line}, and the last value counts. Remove one of them.',
  skip: ['generated', 'vendored'],
  appFiles: eachEnvFile(duplicateKeys),
  fix: oneEdit,
});
