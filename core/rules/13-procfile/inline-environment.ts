import { defineRule, notAppCode } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { inlineEnvironments } from './shared/inline-environments';
import { eachProcess } from './shared/processes';

export default defineRule({
  id: 'procfile/inline-environment',
  title: 'Process command tied to one deploy',
  severity: 'information',
  message:
    '{what} ties this command to one kind of deploy, though all deploys run the same Procfile. Set {variable} in the environment of each deploy instead.',
  skip: notAppCode,
  commands: eachProcess(inlineEnvironments),
  fix: oneEdit,
});
