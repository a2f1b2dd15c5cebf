import { defineRule } from '../../rule';
import { oneEdit, withEdit } from '../shared/one-edit';
import { eachLine } from './shared/grammar';

export default defineRule({
  id: 'procfile/space-before-colon',
  title: 'Blank before the colon',
  severity: 'warning',
  message:
    'Most runners skip this line without a word, because of the blank before the colon. Write `{name}: command`.',
  skip: ['generated', 'vendored'],
  appFiles: eachLine((line) => {
    if (line.kind !== 'spaced') return undefined;
    const edit = { title: 'Remove the blank before the colon', safe: true, ...line.blanks, newText: '' };
    return withEdit({ range: line.blanks, words: { name: line.name } }, edit);
  }),
  fix: oneEdit,
});
