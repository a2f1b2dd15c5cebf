import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { isServer } from '../../shared/commands';
import { withEdit } from '../../shared/one-edit';

const DETACHERS = new Set(['nohup', 'setsid', 'disown']);

/** `&`, `nohup` and their kin in a process command. A shell that waits for what it started keeps it in sight. */
export function inBackground({ command, path }: RoleCommand, app: App): Breach[] {
  const text = app.tree.appFiles.get(path)?.text ?? '';
  const waits = command.simple.some(({ words }) => words[0]?.text === 'wait');
  return command.simple.flatMap((simple, index) => [
    ...detached(simple),
    ...(simple.operator === '&' && !waits && !isBeside(simple, command.simple.slice(index + 1))
      ? ampersand(simple, index === command.simple.length - 1, text)
      : []),
  ]);
}

/** Two servers in one command are told as such. */
function isBeside(simple: SimpleCommand, after: readonly SimpleCommand[]): boolean {
  return isServer(simple) && after.some(isServer);
}

function detached({ words }: SimpleCommand): Breach[] {
  const [first, second] = words;
  if (!first || !DETACHERS.has(first.text)) return [];
  const edit = second && {
    title: `Remove ${first.text}`,
    safe: false,
    start: first.range.start,
    end: second.range.start,
    newText: '',
  };
  return [withEdit({ range: first.range, words: { sign: first.text } }, edit)];
}

function ampersand({ range }: SimpleCommand, isLast: boolean, text: string): Breach[] {
  let at = range.end;
  while (/[\s)}]/.test(text.charAt(at))) at++;
  if (text[at] !== '&') return [];
  const edit = { title: 'Run it in the foreground', safe: false, start: range.end, end: at + 1, newText: '' };
  const plain = text.slice(range.end, at).trim() === '';
  return [
    withEdit({ range: { start: at, end: at + 1 }, words: { sign: '&' } }, isLast && plain ? edit : undefined),
  ];
}
