import type { Api } from '../../../rule';
import { moves, rotates } from './rotates';

const apis: readonly Api[] = [
  rotates(
    'gopkg.in/natefinch/lumberjack.Logger',
    'github.com/natefinch/lumberjack.Logger',
    'github.com/lestrrat-go/file-rotatelogs.New',
    'github.com/lestrrat/go-file-rotatelogs.New',
    'github.com/arthurkiller/rollingwriter.NewWriterFromConfig',
    'gopkg.in/natefinch/lumberjack.v2.Logger',
  ),
  moves(['os.Rename', 'os.Remove', 'os.Truncate']),
];

export default apis;
