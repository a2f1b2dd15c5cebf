import type { Value } from '../../facts/fact';
import { textOf } from '../../facts/values';

const STREAM =
  /^(?:\/dev\/(?:stdout|stderr|null|tty|fd\/\d)|\/proc\/(?:self|\d+)\/fd\/\d|NUL|nul|-|stdout|stderr)$/;

/** Whether a value names a file on disk: a path that is none of the standard streams. */
export function isFilePath(value: Value | undefined): boolean {
  if (!value) return false;
  const text = textOf(value);
  if (text !== undefined) return text !== '' && !STREAM.test(text);
  if (value.kind === 'call')
    return /^(?:path\.(?:join|resolve|normalize)|os\.path\.(?:join|abspath)|pathlib\.Path|Path|url\.fileURLToPath)$/.test(
      value.callee,
    );
  return value.kind === 'env' || (value.kind === 'either' && value.values.some(isFilePath));
}

const ADMIN_TASK =
  /\.rake$|(?:^|\/)(?:[Cc]onsole\/)?[Cc]ommands?\/[^/]+$|(?:^|\/)management\/commands\/|(?:^|\/)(?:cli|admin|tasks|jobs\/maintenance)\/[^/]+$/;

/** A task that a person runs by hand: a rake task, a console command. */
export function isAdminTask(path: string): boolean {
  return ADMIN_TASK.test(path);
}
