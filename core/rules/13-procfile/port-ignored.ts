import { defineRule, notAppCode } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { ignoredPorts } from './shared/ignored-ports';
import { eachProcess } from './shared/processes';

export default defineRule({
  id: 'procfile/port-ignored',
  title: 'Web server that does not listen on $PORT',
  severity: 'warning',
  message:
    '{program} does not read the environment variable PORT: it listens on {port}, where no router looks for it. Give it the port: `{option} $PORT`.',
  skip: notAppCode,
  commands: eachProcess(ignoredPorts),
  fix: oneEdit,
});
