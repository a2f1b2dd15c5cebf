import type { Api } from '../../../rule';
import { buffers } from './buffers';

const apis: readonly Api[] = [
  buffers(['Monolog.Handler.BufferHandler', 'Monolog.Handler.OverflowHandler'], undefined, 'hint'),
];

export default apis;
