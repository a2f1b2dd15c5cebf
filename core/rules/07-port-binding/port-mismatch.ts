import { defineRule, notAppCode, notServices } from '../../rule';
import { toCodePort } from './port-mismatch/align';
import { composePort, servicePort, springPort } from './port-mismatch/entries';
import { imagePorts } from './port-mismatch/image';

export default defineRule({
  id: 'port-binding/port-mismatch',
  title: 'Ports that disagree',
  severity: 'hint',
  message: '{what} names port {here}, but {where} {port}. Let them name one port.',
  skip: notAppCode,
  skipApps: notServices,
  appFiles: imagePorts,
  entries: [composePort, servicePort, springPort],
  fix: toCodePort,
});
