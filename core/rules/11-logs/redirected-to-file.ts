import { defineRule, notAppCode, notServices } from '../../rule';
import { redirections } from './redirected-to-file/commands';
import { leaveOnStdout } from './redirected-to-file/leave';
import { logVolumes, outputs } from './redirected-to-file/places';
import shell from './redirected-to-file/shell';

export default defineRule({
  id: 'logs/redirected-to-file',
  title: 'Output redirected to a file',
  severity: 'warning',
  message: 'This takes the log off stdout. Leave the output where it is and let the environment collect it.',
  skip: notAppCode,
  skipApps: notServices,
  calls: { shell },
  commands: redirections,
  appFiles: logVolumes,
  entries: outputs,
  notFor: {
    javascript: 'In code a log file is opened or appended to, which are rules of their own.',
    python: 'In code a log file is opened or appended to, which are rules of their own.',
    ruby: 'In code a log file is opened or appended to, which are rules of their own.',
    php: 'In code a log file is opened or appended to, which are rules of their own.',
    java: 'In code a log file is opened or appended to, which are rules of their own.',
    go: 'In code a log file is opened or appended to, which are rules of their own.',
    csharp: 'In code a log file is opened or appended to, which are rules of their own.',
    rust: 'In code a log file is opened or appended to, which are rules of their own.',
  },
  fix: leaveOnStdout,
});
