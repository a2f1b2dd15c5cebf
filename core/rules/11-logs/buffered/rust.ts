import type { Api } from '../../../rule';
import { buffers, isStdout } from './buffers';

const apis: readonly Api[] = [
  buffers(
    ['std.io.BufWriter.new', 'std.io.BufWriter.with_capacity'],
    ({ args }) => args.some(({ value }) => isStdout(value)),
    'hint',
  ),
];

export default apis;
