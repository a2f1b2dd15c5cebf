import { defineRule, notAppCode, notServices } from '../../rule';
import { warPackaging, withoutServer } from './shared/webserver';

export default defineRule({
  id: 'port-binding/needs-external-webserver',
  title: 'App that needs a webserver from outside',
  severity: 'information',
  message:
    '{app} brings no webserver of its own, so whoever runs it must provide one. Declare one ({servers}) and let the app bind to a port itself.',
  skip: notAppCode,
  skipApps: notServices,
  entries: [warPackaging],
  appFiles: withoutServer,
});
