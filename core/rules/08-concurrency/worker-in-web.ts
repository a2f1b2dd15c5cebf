import { defineRule, notAppCode, notServices } from '../../rule';
import * as calls from './worker-in-web/calls';

export default defineRule({
  id: 'concurrency/worker-in-web',
  title: 'Background work in the web process',
  severity: 'information',
  message:
    '{what} runs inside the web process: it shares its memory and its life, and is scaled with it. Give it to a worker process type.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  notFor: {
    shell:
      'A script starts a worker as a process of its own, which is judged as several processes in one type.',
  },
});
