import type { Api } from '../../../rule';
import { mode, write } from './write';

const apis: readonly Api[] = [
  write({ calls: ['File.open', 'File.new', 'open'], when: mode(1, 'mode'), opened: 'ruby' }),
];

export default apis;
