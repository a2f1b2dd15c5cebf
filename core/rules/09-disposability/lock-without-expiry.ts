import { defineRule, notAppCode, notServices } from '../../rule';
import { repairing } from '../06-processes/shared/repairs';
import { calls } from './lock-without-expiry/calls';
import { withExpiry } from './lock-without-expiry/with-expiry';

export default defineRule({
  id: 'disposability/lock-without-expiry',
  title: 'Lock that outlives its process',
  severity: 'information',
  message:
    '{what} has no expiry: if the process dies while it holds the lock, nobody can take it again. Set an expiry in the command that takes it.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  notFor: { shell: 'Scripts take no locks in a backing service.' },
  fix: (finding, text, app) => [...repairing(finding, text, app), ...withExpiry(finding, text, app)],
});
