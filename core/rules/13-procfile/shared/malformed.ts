import type { Range } from '../../../text';
import { type OneEdit, wholeLine } from '../../shared/one-edit';
import type { Flaw } from './flaws';
import type { Line } from './lines';

/** What makes a line of a known flaw one that runners read. */
export function repairOf(
  flaw: Flaw,
  range: Range,
  text: string,
  lines: readonly Line[],
): OneEdit | undefined {
  const { start, end } = range;
  const content = text.slice(start, end);
  switch (flaw) {
    case 'indented':
      return {
        title: 'Remove the blanks before the process type',
        safe: true,
        start: lineStart(text, start),
        end: start,
        newText: '',
      };
    case 'no-colon': {
      const at = start + (/^[\w-]+/.exec(content)?.[0].length ?? 0);
      return { title: 'Add the colon', safe: false, start: at, end: at, newText: ':' };
    }
    case 'bare':
      return addType(start, lines);
    case 'slashes':
      return { title: 'Start the comment with #', safe: true, start, end: start + 2, newText: '#' };
    case 'html':
      return { title: 'Make it a comment', safe: false, start, end, newText: commented(content) };
    case 'yaml':
      return onOneLine(range, content);
    default:
      return {
        title: 'Remove these lines',
        safe: false,
        ...wholeLine(text, range),
        newText: '',
      };
  }
}

function lineStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r' && text[at - 1] !== '\ufeff') at--;
  return at;
}

/** A single command without a type is the web process. */
function addType(at: number, lines: readonly Line[]): OneEdit | undefined {
  const isOnly = lines.every(
    (line) =>
      (line.kind !== 'entry' || line.name !== 'web') &&
      (line.kind !== 'malformed' || line.flaw !== 'bare' || line.range.start === at),
  );
  return isOnly
    ? { title: 'Make it the web process', safe: false, start: at, end: at, newText: 'web: ' }
    : undefined;
}

function commented(content: string): string {
  const inner = content.replace(/^<!--/, '').replace(/-->/, '');
  return inner
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `# ${line}`)
    .join('\n');
}

/** `release: |` with its block becomes `release: first && second`; a folded block is joined by blanks. */
function onOneLine({ start, end }: Range, content: string): OneEdit | undefined {
  const [head = '', ...rest] = content.split(/\r\n|\n|\r/).map((line) => line.trim());
  const colon = head.indexOf(':');
  const folded = head.includes('>', colon);
  const commands = rest.filter((line) => line !== '' && !line.startsWith('#'));
  const plain = commands.every((line) => !/^[\w-]+:[ \t]|^- |\\$|(?:&&|\|\|?|;)$/.test(line));
  if (commands.length === 0 || !plain) return undefined;
  const newText = `${head.slice(0, colon + 1)} ${commands.join(folded ? ' ' : ' && ')}`;
  return { title: 'Write the command on one line', safe: false, start, end, newText };
}
