import { defineRule, notAppCode, notServices } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import * as calls from './daemonize/calls';
import { daemons, forking } from './daemonize/commands';

export default defineRule({
  id: 'concurrency/daemonize',
  title: 'Process that puts itself in the background',
  severity: 'warning',
  message:
    '{what} puts the process in the background, where what starts it can neither stop it, restart it nor see its output. Keep it in the foreground.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  commands: daemons,
  entries: forking,
  fix: oneEdit,
});
