import { defineRule, notAppCode, notServices } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { stepsAtRun } from './step-at-run/commands';

export default defineRule({
  id: 'build/step-at-run',
  title: 'Build or installation when a process starts',
  severity: 'warning',
  message:
    '`{step}` runs each time a process starts: starts are slow, need what only the build has, and may not give the same app twice. Do it in the build stage.',
  skip: notAppCode,
  skipApps: notServices,
  commands: stepsAtRun,
  fix: oneEdit,
});
