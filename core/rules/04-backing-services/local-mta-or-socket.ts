import { defineRule, notAppCode, notServices } from '../../rule';
import { calls } from './local-mta-or-socket/calls';
import { entries, given, strings } from './local-mta-or-socket/settings';

export default defineRule({
  id: 'backing-services/local-mta-or-socket',
  title: 'Service of the same host',
  severity: 'warning',
  message:
    '{what}, which ties the app to it. Attach the service by a locator from an environment variable, so that it may run anywhere.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  strings,
  given,
  entries,
});
