import { defineRule, notAppCode, notServices } from '../../rule';
import { calls, isLockCommand } from './file-lock/calls';
import { says } from './shared/apis';

export default defineRule({
  id: 'processes/file-lock',
  title: 'Lock in a file of one machine',
  severity: 'information',
  message:
    '{what} locks on this machine only: a process on another one does not see it. Use a lock in a backing service, such as the database.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  entries: [
    {
      files: /(?:^|\/)config\/(?:[^/]+\/)*[\w.-]+\.ya?ml$/,
      at: /^(?:when@prod\.)?framework\.lock(?:\.\w+)?$/,
      breach: ({ value, range }) =>
        /^(?:flock|semaphore)\b/.test(value) ? says('Symfony’s lock', range) : undefined,
    },
  ],
  commands: ({ command, role }) => {
    if (role !== 'run' && role !== 'cron') return [];
    return command.simple.flatMap(({ words }) => {
      const [program] = words;
      return program && isLockCommand(program.text) ? [says(program.text, program.range)] : [];
    });
  },
});
