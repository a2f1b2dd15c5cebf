import type { Api } from '../../../rule';
import { fs } from '../shared/node-fs';
import { moves, rotates } from './rotates';

const apis: readonly Api[] = [
  rotates(
    'rotating-file-stream',
    'rotating-file-stream.createStream',
    'file-stream-rotator.getStream',
    'stream-rotate',
    'logrotate-stream',
    'log-rotate',
    'logrotator.rotator.register',
  ),
  moves(fs('rename', 'renameSync', 'unlink', 'unlinkSync', 'rm', 'rmSync', 'truncate', 'truncateSync')),
];

export default apis;
