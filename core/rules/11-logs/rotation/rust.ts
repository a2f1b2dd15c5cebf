import type { Api } from '../../../rule';
import { moves, rotates } from './rotates';

const apis: readonly Api[] = [
  rotates(
    'file_rotate.FileRotate.new',
    'logroller.LogRollerBuilder.new',
    'rolling_file.BasicRollingFileAppender.new',
    'rolling_file.RollingFileAppender.new',
  ),
  moves(['std.fs.rename', 'std.fs.remove_file', 'tokio.fs.rename', 'tokio.fs.remove_file']),
];

export default apis;
