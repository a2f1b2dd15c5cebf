import { defineRule, notAppCode, notServices } from '../../rule';
import csharp from './app-routing/csharp';
import go from './app-routing/go';
import java from './app-routing/java';
import javascript from './app-routing/javascript';
import php from './app-routing/php';
import python from './app-routing/python';
import ruby from './app-routing/ruby';
import rust from './app-routing/rust';
import { appenders, handlers } from './app-routing/settings';

export default defineRule({
  id: 'logs/app-routing',
  title: 'App ships its own log',
  severity: 'hint',
  message:
    '{api} sends the log to a place of the app’s choice. Write it to stdout and let the environment route it.',
  skip: notAppCode,
  skipApps: notServices,
  calls: { javascript, python, ruby, php, java, go, csharp, rust },
  strings: handlers,
  entries: appenders,
  notFor: {
    shell: 'Sending the output on is a redirection there.',
  },
});
