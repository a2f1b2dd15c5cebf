import { defineRule, notAppCode, notServices } from '../../rule';
import { calls } from './lock-without-expiry/calls';

export default defineRule({
  id: 'disposability/lock-without-expiry',
  title: 'Lock that outlives its process',
  severity: 'warning',
  message:
    '{what} has no expiry: if the process dies while it holds the lock, nobody can take it again. Set an expiry in the command that takes it.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  notFor: { shell: 'Scripts take no locks in a backing service.' },
});
