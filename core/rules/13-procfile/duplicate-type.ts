import { defineRule } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { duplicates } from './shared/names';

export default defineRule({
  id: 'procfile/duplicate-type',
  title: 'Process type that is there twice',
  severity: 'warning',
  message:
    'Process type {name} is there already. Some runners run both, some the first or the last alone, some none. Rename or remove one.',
  skip: ['generated', 'vendored'],
  appFiles: duplicates,
  fix: oneEdit,
});
