import { defineRule } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { oddBlanks } from './shared/odd-blanks';

export default defineRule({
  id: 'procfile/odd-blank',
  title: 'Blank that runners read in different ways',
  severity: 'hint',
  message: '{what} {todo}',
  skip: ['generated', 'vendored'],
  appFiles: oddBlanks,
  fix: oneEdit,
});
