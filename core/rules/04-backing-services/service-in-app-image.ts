import { defineRule, notAppCode, notServices } from '../../rule';
import { servicesStarted } from './service-in-app-image/commands';

export default defineRule({
  id: 'backing-services/service-in-app-image',
  title: 'Backing service started together with the app',
  severity: 'information',
  message:
    '{service} runs together with the app, so that it is lost, copied and replaced with it. Run it by itself and attach it by a locator from the environment.',
  skip: notAppCode,
  skipApps: notServices,
  commands: servicesStarted,
});
