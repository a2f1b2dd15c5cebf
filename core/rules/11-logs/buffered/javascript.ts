import { property } from '../../../facts/values';
import type { Api } from '../../../rule';
import { buffers, is } from './buffers';

const apis: readonly Api[] = [
  buffers(['pino.destination', 'sonic-boom', 'sonic-boom.SonicBoom'], ({ args }) => {
    const options = args[0]?.value;
    const most = property(options, 'minLength');
    return is(property(options, 'sync'), false) || (most?.kind === 'number' && most.value > 0);
  }),
  buffers(['pino.extreme']),
];

export default apis;
