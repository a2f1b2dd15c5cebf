import { defineRule } from '../../rule';
import { oneEdit, withEdit } from '../shared/one-edit';
import { eachLine } from './shared/grammar';

export default defineRule({
  id: 'procfile/missing-space',
  title: 'No blank after the colon',
  severity: 'hint',
  message:
    'Overmind and Hivemind skip this line without a word, because no blank follows the colon. Write `{name}: command`.',
  skip: ['generated', 'vendored'],
  appFiles: eachLine((line) => {
    if (line.kind !== 'entry' || line.command.start !== line.nameRange.end + 1) return undefined;
    const at = line.command.start;
    const edit = { title: 'Add a blank after the colon', safe: true, start: at, end: at, newText: ' ' };
    return withEdit({ range: { start: line.nameRange.start, end: at }, words: { name: line.name } }, edit);
  }),
  fix: oneEdit,
});
