import { defineRule } from '../../rule';
import { eachEntry } from './shared/files';
import { quoteValue, unquoted } from './shared/quotes';

export default defineRule({
  id: 'env/unquoted-space',
  title: 'Value that readers split or cut',
  severity: 'information',
  message: '{what} Put the value in quotes.',
  skip: ['generated', 'vendored'],
  appFiles: eachEntry(unquoted),
  fix: quoteValue,
});
