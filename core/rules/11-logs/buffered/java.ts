import type { Api } from '../../../rule';
import { buffers, is, onStdout } from './buffers';

const apis: readonly Api[] = [
  buffers(['java.io.BufferedOutputStream', 'java.io.BufferedWriter'], onStdout, 'hint'),
  buffers(['java.util.logging.MemoryHandler'], undefined, 'hint'),
  buffers(
    [
      '?.setImmediateFlush',
      'ch.qos.logback.core.ConsoleAppender().setImmediateFlush',
      'org.apache.log4j.ConsoleAppender().setImmediateFlush',
    ],
    ({ args }) => is(args[0]?.value, false),
  ),
];

export default apis;
