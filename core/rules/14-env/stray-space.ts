import { defineRule } from '../../rule';
import { oneEdit, withEdit } from '../shared/one-edit';
import { eachEntry } from './shared/files';
import { straySpace } from './shared/space';

export default defineRule({
  id: 'env/stray-space',
  title: 'Blanks before the name or around the equals sign',
  severity: 'hint',
  message: '{what} Remove the blanks.',
  skip: ['generated', 'vendored'],
  appFiles: eachEntry((entry, file) => {
    const found = straySpace(entry, file.text);
    if (!found) return undefined;
    const { range, newText, what } = found;
    return withEdit(
      { range, words: { what } },
      { title: 'Remove the blanks', safe: true, ...range, newText },
    );
  }),
  fix: oneEdit,
});
