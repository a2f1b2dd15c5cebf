import { defineRule, notAppCode } from '../../rule';
import { eachEnvFile } from '../14-env/shared/files';
import { wholeLine } from '../shared/one-edit';
import { unusedEntries } from './shared/unused';

export default defineRule({
  id: 'config/unused-variable',
  title: 'Variable that nothing reads',
  severity: 'hint',
  message: 'Nothing in this project reads {name}. Remove it where no library reads it either.',
  skip: notAppCode,
  appFiles: eachEnvFile(unusedEntries),
  fix: ({ path, breach: { repair } }, text) => {
    if (typeof repair?.start !== 'number' || typeof repair.end !== 'number') return [];
    const range = wholeLine(text, { start: repair.start, end: repair.end });
    return [{ title: 'Remove the line', kind: 'suggestion', edits: [{ path, range, newText: '' }] }];
  },
});
