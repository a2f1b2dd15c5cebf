import { defineRule, notAppCode } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { portTypos } from './shared/port-typos';
import { eachProcess } from './shared/processes';

export default defineRule({
  id: 'procfile/port-typo',
  title: 'Misspelt $PORT',
  severity: 'warning',
  message: '{what} The process would not listen where its router looks for it.',
  skip: notAppCode,
  commands: eachProcess(portTypos),
  fix: oneEdit,
});
