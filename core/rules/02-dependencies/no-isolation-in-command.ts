import { defineRule, notAppCode } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { withoutIsolation } from './shared/isolation';

export default defineRule({
  id: 'dependencies/no-isolation-in-command',
  title: 'Process outside the isolation of its dependencies',
  severity: 'warning',
  message:
    '{program} starts outside {tool}, so it may load packages of the machine, or other versions than the declared ones. Start it through `{prefix}`.',
  skip: notAppCode,
  commands: withoutIsolation,
  fix: oneEdit,
});
