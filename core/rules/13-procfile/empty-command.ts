import { defineRule } from '../../rule';
import { oneEdit, wholeLine, withEdit } from '../shared/one-edit';
import { eachLine } from './shared/grammar';

export default defineRule({
  id: 'procfile/empty-command',
  title: 'Process type without a command',
  severity: 'warning',
  message:
    'Process type {name} has no command: most runners skip the line without a word, and some refuse the file. Write the command, or remove the line.',
  skip: ['generated', 'vendored'],
  appFiles: eachLine((line, text) => {
    if (line.kind !== 'empty') return undefined;
    const edit = { title: 'Remove the line', safe: false, ...wholeLine(text, line.range), newText: '' };
    return withEdit({ range: line.range, words: { name: line.name } }, edit);
  }),
  fix: oneEdit,
});
