import { defineRule, notAppCode, notServices } from '../../rule';
import { severalProcesses } from './several-processes-one-type/commands';

export default defineRule({
  id: 'concurrency/several-processes-one-type',
  title: 'Several processes in one process type',
  severity: 'warning',
  message:
    '{what} in one process type: they can only be scaled, restarted and stopped together. Give each a process type of its own.',
  skip: notAppCode,
  skipApps: notServices,
  commands: severalProcesses,
});
