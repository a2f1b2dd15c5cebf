import type { CallFact } from '../../../facts/fact';
import { property } from '../../../facts/values';
import type { Api } from '../../../rule';
import { buffers, is, onStdout } from './buffers';

const apis: readonly Api[] = [
  buffers(
    ['StreamWriter', 'System.IO.StreamWriter'],
    ({ args }) => onStdout({ args } as CallFact) && !is(property(args.at(-1)?.value, 'AutoFlush'), true),
    'hint',
    true,
  ),
];

export default apis;
