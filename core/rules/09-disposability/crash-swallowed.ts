import { defineRule, notAppCode, notServices } from '../../rule';
import { calls, thenExit } from './crash-swallowed/calls';

export default defineRule({
  id: 'disposability/crash-swallowed',
  title: 'Crash that does not end the process',
  severity: 'information',
  message:
    'After {what} that nobody has caught the process goes on in a state nobody knows. Say what happened and exit; the platform starts it anew.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  notFor: {
    python: 'Which exceptions a handler takes is not read.',
    ruby: 'Which exceptions a handler takes is not read.',
    php: 'An exception that reaches the handler of the last resort ends the script.',
    go: 'A panic that is recovered ends its function.',
    csharp: 'The handler of the last resort cannot keep the process alive.',
    shell: 'A script has no handler of the last resort.',
  },
  fix: thenExit,
});
