import { defineRule } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { oddNames } from './shared/names';

export default defineRule({
  id: 'procfile/invalid-name',
  title: 'Process type that platforms rename or refuse',
  severity: 'hint',
  message:
    'Platforms that follow the strict grammar rename or refuse this process type: {why}. Use lower-case letters, digits and `-`.',
  skip: ['generated', 'vendored'],
  appFiles: oddNames,
  fix: oneEdit,
});
