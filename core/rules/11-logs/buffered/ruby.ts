import { argumentAt } from '../../../facts/values';
import type { Api } from '../../../rule';
import { buffers } from './buffers';

const apis: readonly Api[] = [
  buffers(
    ['Logging.appenders.stdout'],
    (call) => argumentAt(call.args, 99, 'auto_flushing')?.kind === 'number',
  ),
];

export default apis;
