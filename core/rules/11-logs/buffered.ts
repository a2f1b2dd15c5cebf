import { defineRule, notAppCode, notServices } from '../../rule';
import { bufferedPython, unbuffer } from './buffered/commands';
import csharp from './buffered/csharp';
import go from './buffered/go';
import java from './buffered/java';
import javascript from './buffered/javascript';
import php from './buffered/php';
import python from './buffered/python';
import ruby from './buffered/ruby';
import rust from './buffered/rust';
import { flushes, switches } from './buffered/settings';

export default defineRule({
  id: 'logs/buffered',
  title: 'Log is held back in a buffer',
  severity: 'information',
  message:
    '{api} holds log lines back in a buffer, and a crash loses them. Write each line to stdout at once.',
  skip: notAppCode,
  skipApps: notServices,
  calls: { javascript, python, php, java, go, csharp, rust, ruby },
  given: switches,
  entries: flushes,
  commands: bufferedPython,
  notFor: {
    shell: 'A shell writes each line at once.',
  },
  fix: unbuffer,
});
