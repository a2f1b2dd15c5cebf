import { defineRule, notServices } from '../../rule';
import { oneEdit } from '../shared/one-edit';
import { unlikeWeb } from './no-isolation/commands';

export default defineRule({
  id: 'admin/no-isolation',
  title: 'Admin task outside of the app’s isolation',
  severity: 'warning',
  message:
    '{what} runs here without {tool}, which the app’s other commands use: it may load other packages, or none. {advice}',
  skip: ['test', 'example', 'generated', 'vendored'],
  skipApps: notServices,
  commands: unlikeWeb,
  fix: oneEdit,
});
