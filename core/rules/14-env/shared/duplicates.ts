import type { EnvEntry } from '../../../env/env-file';
import type { Breach } from '../../../rule';
import { LineIndex } from '../../../text';
import { wholeLine, withEdit } from '../../shared/one-edit';
import type { EnvText } from './files';

/** Each entry whose name an entry above has. In an example file both may be there to choose from. */
export function duplicateKeys({ text, source }: EnvText): Breach[] {
  const before = new Map<string, EnvEntry>();
  const lines = new LineIndex(text);
  const found: Breach[] = [];
  for (const entry of source.file.entries) {
    const earlier = before.get(entry.name);
    before.set(entry.name, entry);
    if (!earlier) continue;
    const line = String(lines.positionAt(earlier.nameRange.start).line + 1);
    const isSame = earlier.value.equals(entry.value);
    const edit = {
      title: isSame
        ? 'Remove the line above, which says the same'
        : 'Remove the line above, which does not count',
      safe: isSame,
      ...wholeLine(text, earlier.range),
      newText: '',
    };
    const breach: Breach = {
      range: entry.nameRange,
      words: { name: entry.name, line },
      ...(source.example ? { severity: 'hint' } : {}),
    };
    found.push(withEdit(breach, isAlone(earlier, text) ? edit : undefined));
  }
  return found;
}

/** Whether nothing but the entry and its comment stands in its lines. */
function isAlone({ range }: EnvEntry, text: string): boolean {
  const whole = wholeLine(text, range);
  const behind = text.slice(range.end, Math.max(range.end, whole.end)).trim();
  return text.slice(whole.start, range.start).trim() === '' && (behind === '' || behind.startsWith('#'));
}
