import { defineRule, notAppCode, notServices } from '../../rule';
import { rotations } from './rotation/commands';
import csharp from './rotation/csharp';
import go from './rotation/go';
import java from './rotation/java';
import javascript from './rotation/javascript';
import php from './rotation/php';
import python from './rotation/python';
import ruby from './rotation/ruby';
import rust from './rotation/rust';
import { rollingPolicies, rollingSettings } from './rotation/settings';
import shell from './rotation/shell';

export default defineRule({
  id: 'logs/rotation',
  title: 'App rotates its log files',
  severity: 'warning',
  message:
    '{api} manages log files. Write the log to stdout and leave keeping and rotating it to the environment.',
  skip: notAppCode,
  skipApps: notServices,
  calls: { javascript, python, ruby, php, java, go, csharp, rust, shell },
  given: rollingSettings,
  entries: rollingPolicies,
  commands: rotations,
});
