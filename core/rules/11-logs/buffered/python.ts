import type { Api } from '../../../rule';
import { buffers } from './buffers';

const apis: readonly Api[] = [buffers(['logging.handlers.MemoryHandler'], undefined, 'hint')];

export default apis;
