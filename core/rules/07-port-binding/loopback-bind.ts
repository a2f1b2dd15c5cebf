import { defineRule, notAppCode, notServices } from '../../rule';
import { code, loopbackOptions, toAnyAddress } from './shared/loopback';

export default defineRule({
  id: 'port-binding/loopback-bind',
  title: 'Server reachable from its own machine only',
  severity: 'warning',
  message:
    'The server binds to {host}, so nothing outside its own machine or container can reach it. Bind to 0.0.0.0 where a router must reach it.',
  skip: notAppCode,
  skipApps: notServices,
  calls: code,
  commands: loopbackOptions,
  fix: toAnyAddress,
});
