import { defineRule, notAppCode, notServices } from '../../rule';
import { repairing } from '../06-processes/shared/repairs';
import * as calls from './migration-at-boot/calls';
import { chained, toRelease } from './migration-at-boot/commands';
import { entries, OPTIONS, option } from './migration-at-boot/settings';

export default defineRule({
  id: 'admin/migration-at-boot',
  title: 'Migration when a process starts',
  severity: 'warning',
  message:
    '{what} changes the database’s schema each time a process starts, in each process at once. Run it once for each release, in a process of its own.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  given: { names: OPTIONS, breach: option },
  entries,
  commands: chained,
  fix: (finding, text, app) => [...toRelease(finding, text, app), ...repairing(finding, text, app)],
});
