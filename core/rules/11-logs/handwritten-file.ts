import { defineRule, notAppCode, notServices } from '../../rule';
import csharp from './handwritten-file/csharp';
import go from './handwritten-file/go';
import java from './handwritten-file/java';
import javascript from './handwritten-file/javascript';
import { toOpenStdout } from './handwritten-file/opened';
import php from './handwritten-file/php';
import python from './handwritten-file/python';
import ruby from './handwritten-file/ruby';
import rust from './handwritten-file/rust';
import { print } from './handwritten-file/to-stdout';

export default defineRule({
  id: 'logs/handwritten-file',
  title: 'Log file written by hand',
  severity: 'hint',
  message:
    'The code appends to a log file itself. Print the line to stdout and let the environment collect it.',
  skip: notAppCode,
  skipApps: notServices,
  calls: { javascript, python, ruby, php, java, go, csharp, rust },
  notFor: {
    shell: 'Writing the output to a file is a redirection there.',
  },
  fix: (finding, text, app) => [...print(finding, text, app), ...toOpenStdout(finding, text, app)],
});
