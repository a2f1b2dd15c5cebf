import { defineRule, notAppCode, notServices } from '../../rule';
import { repairing } from '../06-processes/shared/repairs';
import { oneEdit } from '../shared/one-edit';
import * as calls from './pid-file/calls';
import { pidFiles, pidSettings } from './pid-file/commands';

export default defineRule({
  id: 'concurrency/pid-file',
  title: 'PID file',
  severity: 'warning',
  message:
    '{what} writes the id of the process to a file. What starts the process knows it; leave the file out, it only goes stale.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  commands: pidFiles,
  entries: pidSettings,
  fix: (finding, text, app) =>
    finding.breach.repair?.lines === true ? repairing(finding, text, app) : oneEdit(finding, text, app),
});
