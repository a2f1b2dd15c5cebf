import type { CallFact } from '../../../facts/fact';
import { argumentAt, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { mode, printing, refersTo, write } from './write';

/** Flags that are joined, such as `FILE_APPEND | LOCK_EX`. */
const joined = ({ args }: CallFact): boolean => args[2]?.value.kind === 'unknown';

const apis: readonly Api[] = [
  write({
    calls: ['file_put_contents'],
    global: true,
    print: 'error_log',
    when: (call) => joined(call) || refersTo(/^\\?FILE_APPEND$/, 2)(call),
  }),
  write({ calls: ['fopen'], global: true, when: mode(1) }),
  {
    calls: ['error_log'],
    global: true,
    breach: (call) => {
      const kind = argumentAt(call.args, 1, 'message_type');
      const isFile = (kind?.kind === 'number' && kind.value === 3) || textOf(kind) === '3';
      return isFile ? { range: call.range, ...printing(call, 'error_log', 0) } : undefined;
    },
  },
];

export default apis;
