import { defineRule, notAppCode, notServices } from '../../rule';
import calls from './buffered/apis';
import { bufferedPython, unbuffer } from './buffered/commands';
import { flushes, switches } from './buffered/settings';

export default defineRule({
  id: 'logs/buffered',
  title: 'Log is held back in a buffer',
  severity: 'information',
  message:
    '{api} holds log lines back in a buffer, and a crash loses them. Write each line to stdout at once.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  given: switches,
  entries: flushes,
  commands: bufferedPython,
  fix: unbuffer,
});
