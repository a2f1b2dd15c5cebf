import type { Api } from '../../../rule';
import { mode, write } from './write';

const apis: readonly Api[] = [
  write({ calls: ['open'], global: true, when: mode(1, 'mode') }),
  write({ calls: ['io.open', 'codecs.open', 'aiofiles.open'], when: mode(1, 'mode') }),
];

export default apis;
