import { defineRule, notAppCode } from '../../rule';
import { differences, quoteOtherwise } from './shared/differences';
import { eachEntry } from './shared/files';

export default defineRule({
  id: 'env/read-differently',
  title: 'Value that readers do not agree on',
  severity: 'information',
  message: '{who} not read this value as dotenv does. {todo}',
  skip: notAppCode,
  appFiles: eachEntry(differences),
  fix: quoteOtherwise,
});
