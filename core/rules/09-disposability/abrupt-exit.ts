import { defineRule, notServices } from '../../rule';
import { isForDevelopment } from '../06-processes/shared/environments';
import { oneEdit, withEdit } from '../shared/one-edit';
import { calls, closeFirst } from './abrupt-exit/calls';
import { killSignals, kills } from './abrupt-exit/commands';
import { graces } from './abrupt-exit/entries';
import { missingStopSignals } from './abrupt-exit/stop-signals';

export default defineRule({
  id: 'disposability/abrupt-exit',
  title: 'Process killed without time to finish',
  severity: 'warning',
  message: '{what} ends the process in the middle of its work. {advice}',
  skip: ['test', 'example', 'generated', 'vendored'],
  skipApps: notServices,
  calls,
  notFor: {
    go: 'A signal comes through a channel; what is done with it is not followed.',
  },
  given: {
    names: ['graceful_timeout', 'kill_timeout'],
    breach: ({ holder, value, range }, { path }) => {
      const file = holder.name === 'kill_timeout' ? /(?:^|\/)(?:ecosystem|pm2|process)/ : /(?:^|\/)gunicorn/;
      if (!file.test(path) || isForDevelopment(path)) return undefined;
      if (value.kind !== 'number' || value.value !== 0) return undefined;
      const usual = holder.name === 'kill_timeout' ? '10000' : '30';
      const words = { what: 'A grace period of 0', advice: 'Give it time to finish its work.' };
      return withEdit(
        { range, words },
        { title: `Set it to ${usual}`, safe: false, start: range.start, end: range.end, newText: usual },
      );
    },
  },
  fix: (finding, text, app) => [...closeFirst(finding, text), ...oneEdit(finding, text, app)],
  commands: kills,
  appFiles: (path, app) => [...killSignals(path, app), ...missingStopSignals(path, app)],
  entries: graces,
});
