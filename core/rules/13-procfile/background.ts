import { defineRule, notAppCode } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { inBackground } from './shared/background';
import { eachProcess } from './shared/processes';

export default defineRule({
  id: 'procfile/background',
  title: 'Process sent to the background',
  severity: 'warning',
  message:
    '`{sign}` takes the process away from its runner, which can neither see it end nor stop it. Run one process in the foreground, and give others a process type of their own.',
  skip: notAppCode,
  commands: eachProcess(inBackground),
  fix: oneEdit,
});
