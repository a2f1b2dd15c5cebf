import { defineRule, notAppCode } from '../../rule';
import { eachEntry } from './shared/files';
import { portThatIsNone } from './shared/ports';

export default defineRule({
  id: 'env/value-type',
  title: 'Port that is no number',
  severity: 'information',
  message: '{name} is no port number. Write one from 1 to 65535.',
  skip: notAppCode,
  appFiles: eachEntry(portThatIsNone),
});
