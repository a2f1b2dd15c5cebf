import { defineRule, notAppCode, notServices } from '../../rule';
import calls from './app-routing/apis';
import { appenders, handlers } from './app-routing/settings';

export default defineRule({
  id: 'logs/app-routing',
  title: 'App ships its own log',
  severity: 'information',
  message:
    '{api} sends the log to a place of the app’s choice. Write it to stdout and let the environment route it.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  strings: handlers,
  entries: appenders,
});
