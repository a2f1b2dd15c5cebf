import { defineRule, notAppCode } from '../../rule';
import { eachEntry } from './shared/files';
import { loaderVariable } from './shared/loaders';

export default defineRule({
  id: 'env/loader-variable',
  title: 'Variable that changes how programs load',
  severity: 'information',
  message:
    '{name} {what}. Set it in the command of the one process that needs it, or leave it to the platform.',
  skip: notAppCode,
  appFiles: eachEntry(loaderVariable),
});
