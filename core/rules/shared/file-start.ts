import type { App } from '../../app';
import type { Range } from '../../text';

/** Where a finding about a whole small file is told: its first character, which no other finding is about. */
export function fileStart(path: string, app: App): Range {
  const start = Math.max(0, (app.tree.appFiles.get(path)?.text ?? '').search(/[^\s\ufeff]/));
  return { start, end: start + 1 };
}
