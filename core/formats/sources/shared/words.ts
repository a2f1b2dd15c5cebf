import type { CommandPlace, CommandRole, RoleCommand } from '../../commands';
import { execCommand, shellCommand } from './embedded';
import { insideShell } from './shell-words';
import type { ConfigNode } from './tree';

/** A command as a value that a shell reads, or as a list of words that none does. */
export function commandAt(
  node: ConfigNode | undefined,
  path: string,
  text: string,
  role: CommandRole,
  place: Pick<CommandPlace, 'name' | 'shell' | 'isFirst' | 'image'> & { form?: CommandPlace['form'] },
  words: readonly ConfigNode[] = node?.children ?? [],
  /** What the file's reader makes of a value before a shell sees it. */
  read: (value: string) => string = (value) => value,
): RoleCommand[] {
  if (!node) return [];
  const at = { ...place, key: node.key, range: node.entry.whole };
  if (node.kind === 'list') {
    const items = words.filter((item) => item.kind === 'value');
    if (items.length === 0) return [];
    const readItems = items.map(({ value, range }) => ({ value: read(value), range }));
    const command = execCommand(text, readItems, node.range);
    return [insideShell({ command, role, path, place: { ...at, form: 'exec' } }, text)];
  }
  if (!node.isFilled) return [];
  const command = shellCommand(text, { value: read(node.value), range: node.range });
  return [insideShell({ command, role, path, place: { form: 'shell', ...at } }, text)];
}
