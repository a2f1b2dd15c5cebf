import { stripVTControlCharacters } from 'node:util';
import type { LogLine } from '../../formation/model';

/** The text of lines for a file or the clipboard: `12:30:45 web.1    | text`, without colours; ended lines only by `\n`. */
export function plainText(lines: readonly LogLine[], shown: (id: string) => boolean): string {
  const chosen = lines.filter(({ id }) => shown(id));
  const width = Math.max(0, ...new Set(chosen.map(({ id }) => id.length)));
  let text = '';
  let open: LogLine | undefined;
  for (const line of chosen) {
    const continues = open !== undefined && open.id === line.id && open.stream === line.stream;
    if (open && !continues) text += '\n';
    if (!continues) text += `${timeOf(line.at)} ${line.id.padEnd(width)} | `;
    text += stripVTControlCharacters(line.text) + (line.complete ? '\n' : '');
    open = line.complete ? undefined : line;
  }
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Local date and time to the second, which sorts. */
function timeOf(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
