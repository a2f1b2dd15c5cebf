import { defineRule, notAppCode, notServices } from '../../rule';
import { calls } from './self-supervision/calls';
import { supervisors } from './self-supervision/commands';

export default defineRule({
  id: 'concurrency/self-supervision',
  title: 'App that restarts itself',
  severity: 'information',
  message:
    '{what} restarts the app after a crash and hides it from the process manager of the platform. Start the app itself and let the platform restart it.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  commands: supervisors,
});
