import type { Api } from '../../../rule';
import { isLogFile } from '../shared/log-file';

/** `| tee -a /var/log/web.log` in a script that starts the app. */
const apis: readonly Api[] = [
  {
    calls: ['tee'],
    breach: (call) => (call.args.some(({ value }) => isLogFile(value)) ? { range: call.range } : undefined),
  },
];

export default apis;
