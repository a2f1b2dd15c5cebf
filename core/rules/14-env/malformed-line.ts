import { defineRule } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { eachEnvFile } from './shared/files';
import { malformedLines } from './shared/malformed';

export default defineRule({
  id: 'env/malformed-line',
  title: 'Line that sets no variable',
  severity: 'warning',
  message: '{flaw} {todo}',
  skip: ['generated', 'vendored'],
  appFiles: eachEnvFile(malformedLines),
  fix: oneEdit,
});
