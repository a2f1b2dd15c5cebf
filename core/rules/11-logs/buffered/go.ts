import type { Api } from '../../../rule';
import { buffers, onStdout } from './buffers';

const apis: readonly Api[] = [
  // Programs that print a result buffer it with good reason.
  buffers(['bufio.NewWriter', 'bufio.NewWriterSize'], onStdout, 'hint'),
  buffers(['go.uber.org/zap/zapcore.BufferedWriteSyncer']),
];

export default apis;
