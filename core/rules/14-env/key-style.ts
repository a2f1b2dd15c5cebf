import { defineRule } from '../../rule';
import { eachEnvFile } from './shared/files';
import { oddKeys } from './shared/keys';

export default defineRule({
  id: 'env/key-style',
  title: 'Name in an unusual style',
  severity: 'hint',
  message: 'The name {name} {why}. Use upper-case letters, digits and `_`.',
  skip: ['generated', 'vendored'],
  appFiles: eachEnvFile(oddKeys),
});
