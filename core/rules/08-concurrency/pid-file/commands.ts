import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { Word } from '../../../procfile/procfile';
import type { Breach, EntryCheck } from '../../../rule';
import { removing } from '../../06-processes/shared/repairs';
import { baseName, programWords } from '../../shared/commands';
import { withEdit } from '../../shared/one-edit';

/** Options that name the file, by program; `*` for those that say so themselves. */
const OPTIONS: ReadonlyMap<string, RegExp> = new Map([
  ['*', /^--?pid-?file(?:=|$)|^-Dpidfile(?:\.path)?=/i],
  ['gunicorn', /^(?:-p|--pid)(?:=|$)/],
  ['celery', /^--pidfile(?:=|$)/],
  ['thin', /^(?:-P|--pid)(?:=|$)/],
  ['rails', /^(?:-P|--pid)(?:=|$)/],
  ['sidekiq', /^(?:-P|--pidfile)(?:=|$)/],
]);

/** Commands of processes that have a PID file written. */
export function pidFiles({ command, role, path }: RoleCommand, app: App): Breach[] {
  if (role !== 'run') return [];
  const text = app.tree.appFiles.get(path)?.text ?? '';
  return command.simple.flatMap((simple): Breach[] => {
    const words = programWords(simple);
    const name = baseName(words[0]?.text ?? '').replace(/^bin\//, '');
    const at = words.findIndex(({ text: word }, index) => index > 0 && isPidOption(word, name));
    const option = words[at];
    if (!option) return [];
    const value = option.text.includes('=')
      ? option.text.slice(option.text.indexOf('=') + 1)
      : words[at + 1]?.text;
    // An empty name, or `/dev/null`, is how some tools are told to write none.
    if (value === undefined || value === '' || value === '/dev/null') return [];
    const last = option.text.includes('=') ? option : (words[at + 1] ?? option);
    const range = { start: option.range.start, end: last.range.end };
    return [
      withEdit({ range, words: { what: option.text.split('=')[0] ?? '' } }, removal(option, range, text)),
    ];
  });
}

function isPidOption(word: string, name: string): boolean {
  return OPTIONS.get('*')?.test(word) === true || OPTIONS.get(name)?.test(word) === true;
}

function removal(option: Word, { start, end }: { start: number; end: number }, text: string) {
  let from = start;
  while (text[from - 1] === ' ') from--;
  // In exec form each word has quotes and a comma of its own.
  if (/["',\]]/.test(text.slice(start, end)) || text[start - 1] === '"') return undefined;
  return { title: `Remove ${option.text.split('=')[0]}`, safe: false, start: from, end, newText: '' };
}

/** Settings of servers that name one. */
export const pidSettings: readonly EntryCheck[] = [
  {
    files: /\.service$/,
    at: /^Service\.PIDFile$/,
    breach: ({ whole }) =>
      removing(
        { range: whole, words: { what: 'PIDFile' }, severity: 'information' },
        'Remove PIDFile',
        whole,
      ),
  },
  {
    files: /(?:^|\/)[\w.-]*uwsgi[\w.-]*\.ini$/,
    at: /^uwsgi\.pidfile2?$/,
    breach: ({ whole }) => removing({ range: whole, words: { what: 'pidfile' } }, 'Remove pidfile', whole),
  },
];
