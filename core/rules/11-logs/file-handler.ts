import { defineRule, notAppCode, notServices } from '../../rule';
import csharp from './file-handler/csharp';
import entries from './file-handler/entries';
import go from './file-handler/go';
import java from './file-handler/java';
import javascript from './file-handler/javascript';
import php from './file-handler/php';
import python from './file-handler/python';
import ruby from './file-handler/ruby';
import rust from './file-handler/rust';
import { settings, streams } from './file-handler/settings';
import { softened, withSwitch } from './shared/log-switch';
import { toStdout } from './shared/to-stdout';

export default defineRule({
  id: 'logs/file-handler',
  title: 'Logger writes to a file',
  severity: 'warning',
  message: '{api} writes the log to a file. Write it to stdout and let the environment collect it.',
  skip: notAppCode,
  skipApps: notServices,
  calls: {
    javascript: withSwitch(javascript),
    python: withSwitch(python),
    ruby: withSwitch(ruby),
    php: withSwitch(php),
    java: withSwitch(java),
    go: withSwitch(go),
    csharp: withSwitch(csharp),
    rust: withSwitch(rust),
  },
  strings: { ...settings, breach: (fact, file, app) => softened(settings.breach(fact, file, app), app) },
  given: streams,
  entries,
  notFor: {
    shell: 'Writing the output to a file is a redirection there.',
  },
  fix: toStdout,
});
