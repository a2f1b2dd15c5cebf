import { defineRule, notAppCode, notServices } from '../../rule';
import { loopbackOptions, toAnyAddress } from './loopback-bind/commands';
import { entries } from './loopback-bind/entries';
import { javascript } from './loopback-bind/javascript';
import { csharp, go, java, php, ruby, rust } from './loopback-bind/others';
import { python } from './loopback-bind/python';

export default defineRule({
  id: 'port-binding/loopback-bind',
  title: 'Server reachable from its own machine only',
  severity: 'warning',
  message:
    'The server binds to {host}, so nothing outside its own machine or container can reach it. Bind to 0.0.0.0 where a router must reach it.',
  skip: notAppCode,
  skipApps: notServices,
  calls: { javascript, python, ruby, php, java, go, csharp, rust },
  entries,
  commands: loopbackOptions,
  notFor: {
    shell: 'A start script may put its server behind a proxy in the same container.',
  },
  fix: toAnyAddress,
});
