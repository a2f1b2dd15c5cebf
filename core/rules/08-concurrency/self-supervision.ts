import { defineRule, notAppCode, notServices } from '../../rule';
import * as calls from './self-supervision/calls';
import { supervisors } from './self-supervision/commands';

export default defineRule({
  id: 'concurrency/self-supervision',
  title: 'App that restarts itself',
  severity: 'information',
  message:
    '{what}, which hides it from the process manager of the platform. {todo} and let the platform restart it.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  commands: supervisors,
});
