import { defineRule, notAppCode } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { inlineSecrets } from './shared/inline-secrets';
import { eachProcess } from './shared/processes';

export default defineRule({
  id: 'procfile/inline-secret',
  title: 'Credential in a process command',
  severity: 'error',
  message:
    '{name} is a credential that stands in the Procfile, for everyone who sees the repository. Take it from the environment of the deploy, and replace it where it is in use.',
  skip: notAppCode,
  commands: eachProcess(inlineSecrets),
  fix: oneEdit,
});
