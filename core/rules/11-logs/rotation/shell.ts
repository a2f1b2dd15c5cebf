import type { Api } from '../../../rule';
import { isLogFile } from '../shared/log-file';
import { rotates } from './rotates';

const apis: readonly Api[] = [
  rotates('logrotate', 'rotatelogs', 'cronolog', 'multilog', 'svlogd', 'savelog', 'newsyslog'),
  {
    calls: ['truncate', 'gzip'],
    breach: (call) =>
      call.args.some(({ value }) => isLogFile(value))
        ? { range: call.range, words: { api: call.callee }, once: 'script' }
        : undefined,
  },
];

export default apis;
