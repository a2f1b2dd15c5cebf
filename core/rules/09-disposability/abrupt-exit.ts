import { defineRule, notServices } from '../../rule';
import { oneEdit } from '../shared/one-edit';
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
  fix: (finding, text, app) => [...closeFirst(finding, text), ...oneEdit(finding, text, app)],
  commands: kills,
  appFiles: (path, app) => [...killSignals(path, app), ...missingStopSignals(path, app)],
  entries: graces,
});
