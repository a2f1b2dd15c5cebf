import type { Breach, Fixer } from '../../../rule';
import type { Range, TextEdit } from '../../../text';

/** Servers that log to their own stream where the option is left out, and those for which `-` is that stream. */
const LEFT_OUT = /^(?:celery|sidekiq|thin|uwsgi|java)$/;
const DASH = /^(?:--log-file|--access-logfile|--error-logfile)$/;

/** What ends an option that names a log file. */
export function optionRepair(
  name: string,
  word: string,
  programs: readonly string[],
): Pick<Breach, 'repair'> {
  if (name === '--daemonize') return {};
  if (programs.includes('gunicorn'))
    return DASH.test(name)
      ? { repair: { to: 'dash', text: word.includes('=') ? `${name}=-` : `${name} -` } }
      : {};
  return programs.some((program) => LEFT_OUT.test(program)) ? { repair: { to: 'option' } } : {};
}

/** The command without what takes its output away. */
export const leaveOnStdout: Fixer = ({ path, range, breach }, text) => {
  const edit = editOf(text, range, breach.repair);
  return edit
    ? [{ title: 'Leave the output on stdout', kind: 'suggestion', edits: [{ path, ...edit }] }]
    : [];
};

function editOf(text: string, range: Range, repair: Breach['repair']): TextEdit | undefined {
  // In a list each word stands in quotes of its own.
  const isPlain =
    !/["',\\\n]/.test(text.slice(range.start, range.end)) && !/["']/.test(text[range.start - 1] ?? '');
  const before = text.slice(Math.max(0, range.start - 100), range.start);
  switch (repair?.to) {
    case 'drop':
      return without(range, before);
    case 'option':
      return isPlain ? without(range, before) : undefined;
    case 'dash':
      return isPlain ? { range, newText: String(repair.text) } : undefined;
    case 'pipe': {
      const pipe = /(?<![|\s])[ \t]{0,40}\|&?[ \t]{0,40}$/.exec(before)?.[0];
      const isLast = /^[ \t]{0,40}(?:$|[\r\n])/.test(text.slice(range.end, range.end + 50));
      return isPlain && pipe && isLast
        ? { range: { start: range.start - pipe.length, end: range.end }, newText: '' }
        : undefined;
    }
    case 'value':
      return { range, newText: String(repair.text) };
    default:
      return undefined;
  }
}

/** Takes the blanks before it out too. */
function without({ start, end }: Range, before: string): TextEdit {
  const gap = before.length - before.replace(/[ \t]{1,100}$/, '').length;
  return { range: { start: start - gap, end }, newText: '' };
}
