import { defineRule } from '../../rule';
import { oneEdit, withEdit } from '../shared/one-edit';
import { eachLine } from './shared/grammar';
import { endsInBackslash } from './shared/lines';

export default defineRule({
  id: 'procfile/line-continuation',
  title: 'Command that goes on in the next line',
  severity: 'warning',
  message:
    'A Procfile knows no continued lines: this command ends here with a backslash, and what follows is skipped or refused. Write it on one line, or in a script.',
  skip: ['generated', 'vendored'],
  appFiles: eachLine((line, text) => {
    if (line.kind !== 'entry' || !endsInBackslash(text, line)) return undefined;
    const range = { start: line.range.end - 1, end: line.range.end };
    const end = line.continued.at(-1)?.end ?? line.range.end;
    const parts = [line.range, ...line.continued].map((part) => {
      const content = text.slice(part.start, part.end);
      return content.endsWith('\\') ? content.slice(0, -1).trimEnd() : content;
    });
    const newText = parts.join(' ');
    const edit = {
      title: 'Write the command on one line',
      safe: false,
      start: line.range.start,
      end,
      newText,
    };
    return withEdit({ range }, edit);
  }),
  fix: oneEdit,
});
