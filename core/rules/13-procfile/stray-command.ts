import { defineRule } from '../../rule';
import { oneEdit, wholeLine, withEdit } from '../shared/one-edit';
import { eachLine } from './shared/grammar';

export default defineRule({
  id: 'procfile/stray-command',
  title: 'Command for the terminal in the Procfile',
  severity: 'warning',
  message:
    'This belongs into a terminal, not into a Procfile: runners skip it, or take it for a process type of that name and try to run the rest. Remove it.',
  skip: ['generated', 'vendored'],
  appFiles: eachLine((line, text) => {
    if (line.kind !== 'pasted') return undefined;
    const edit = { title: 'Remove the line', safe: false, ...wholeLine(text, line.range), newText: '' };
    return withEdit({ range: line.range }, edit);
  }),
  fix: oneEdit,
});
