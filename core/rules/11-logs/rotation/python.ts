import type { Api } from '../../../rule';
import { moves } from './rotates';

/** A handler class of the app's own, which passes the call on. */
function isOwn(callee: string): boolean {
  return /^\?(?:self|super|cls)\b/.test(callee) || callee.startsWith('super()');
}

const apis: readonly Api[] = [
  {
    calls: [
      '?.doRollover',
      'logging.handlers.RotatingFileHandler().doRollover',
      'logging.handlers.TimedRotatingFileHandler().doRollover',
    ],
    global: true,
    breach: (call) => (isOwn(call.callee) ? undefined : { range: call.range, words: { api: 'doRollover' } }),
  },
  moves(['os.rename', 'os.remove', 'os.unlink', 'os.truncate', 'shutil.move']),
];

export default apis;
