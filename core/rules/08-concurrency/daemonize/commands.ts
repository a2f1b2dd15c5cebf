import type { App } from '../../../app';
import { sourceFormatsOf } from '../../../facts/app-files';
import { perTree } from '../../../facts/per-tree';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand, Word } from '../../../procfile/procfile';
import type { Breach, EntryCheck } from '../../../rule';
import { baseName, isServer, programWords } from '../../shared/commands';
import { type OneEdit, withEdit } from '../../shared/one-edit';
import { celeryWorker } from './celery';

/** Options by which a program leaves the foreground, and words that must stand before them. */
const OPTIONS: readonly (readonly [program: RegExp, option: RegExp, before?: RegExp])[] = [
  [/^gunicorn$/, /^(?:-D|--daemon)$/],
  [/^uwsgi$/, /^--daemonize2?(?:=|$)|^-d$/],
  [/^celery$/, /^(?:--detach|-D)$/],
  [/^(?:puma|unicorn|unicorn_rails|thin|rainbows)$/, /^(?:-D|-d|--daemon|--daemonize)$/],
  [/^sidekiq$/, /^(?:-d|--daemon)$/],
  [/^(?:rails|bin\/rails)$/, /^(?:-d|--daemon)$/, /^(?:s|server)$/],
  [/^php-fpm[\d.]*$/, /^(?:-D|--daemonize)$/],
  [/^mongod$/, /^--fork$/],
  [/^(?:elixir|iex|mix)$/, /^--detached$/],
  [/^start-stop-daemon$/, /^(?:-b|--background)$/],
  [/^screen$/, /^-(?:dm|dmS|d)/],
  [/^tmux$/, /^-d$/, /^(?:new|new-session)$/],
];
/** Programs that leave the foreground with these words, or without saying so. */
const COMMANDS: readonly (readonly [program: RegExp, next: RegExp | undefined])[] = [
  [/^celery$/, /^multi$/],
  [/^(?:script\/)?delayed_job$/, /^(?:start|restart)$/],
  [/^(?:apachectl|apache2ctl)$/, /^start$/],
  [/^service$/, undefined],
  [/^systemctl$/, /^(?:start|restart)$/],
  [/^pm2$/, /^(?:start|restart|reload|startOrRestart)$/],
  [/^forever$/, /^start$/],
  [/^daemonize$/, undefined],
];

/** Commands of processes that leave the foreground, so that nobody watches them any more. */
export function daemons({ command, role, place, processType, path }: RoleCommand, app: App): Breach[] {
  if (role !== 'run') return [];
  // What a package script starts is for the user's own machine unless a process says otherwise.
  const isProcessCommand = processType !== undefined || (place !== undefined && place.form !== 'script');
  const severity = isProcessCommand ? ({ severity: 'error' } as const) : {};
  const isUnit = sourceFormatsOf(path).some(({ id }) => id === 'systemd');
  const text = app.tree.appFiles.get(path)?.text ?? '';
  const isLast = (simple: SimpleCommand): boolean => simple === command.simple.at(-1);
  return command.simple.flatMap((simple): Breach[] => {
    const words = programWords(simple);
    const option = optionOf(words);
    if (option)
      return [
        withEdit({ range: option.range, words: { what: option.text }, ...severity }, without(option, text)),
      ];
    if (isUnit) return [];
    const name = startOf(words);
    const shown = { start: words[0]?.range.start ?? 0, end: words.at(-1)?.range.end ?? 0 };
    if (
      name !== undefined &&
      (isProcessCommand || isLast(simple)) &&
      isFollowedByNothing(simple, command.simple)
    )
      return [withEdit({ range: shown, words: { what: name }, ...severity }, inForeground(words, text))];
    return staysByConfig(app) ? [] : webServer(words, isProcessCommand && isLast(simple));
  });
}

function optionOf(words: readonly Word[]): Word | undefined {
  const name = baseName(words[0]?.text ?? '');
  for (const [program, option, before] of OPTIONS) {
    const at = words.findIndex((word, index) => index > 0 && option.test(word.text));
    if (!program.test(name) || at < 0) continue;
    if (before && !words.slice(1, at).some(({ text }) => before.test(text))) continue;
    return words[at];
  }
  return undefined;
}

/** The option alone, where it takes no value of its own. */
function without({ range, text: option }: Word, text: string): OneEdit | undefined {
  if (option.includes('=') || /^--daemonize$/.test(option) || text.slice(range.start, range.end) !== option)
    return undefined;
  let start = range.start;
  while (text[start - 1] === ' ') start--;
  return { title: `Remove ${option}`, safe: false, start, end: range.end, newText: '' };
}

function startOf(words: readonly Word[]): string | undefined {
  const name = baseName(words[0]?.text ?? '');
  const next = words[1]?.text ?? '';
  const all = words.map(({ text }) => text);
  if (name === 'pm2' && all.includes('--no-daemon')) return undefined;
  if (name === 'service')
    return all[2] === 'start' || all[2] === 'restart' ? `service ${next} start` : undefined;
  const row = COMMANDS.find(
    ([program, word]) => program.test(name) && (word === undefined || word.test(next)),
  );
  return row && `${name}${row[1] ? ` ${next}` : ''}`;
}

/** `pm2-runtime` takes the words of `pm2 start`. */
function inForeground(words: readonly Word[], text: string): OneEdit | undefined {
  const [program, next] = words;
  if (program?.text === 'celery') return celeryWorker(words, text);
  if (program?.text !== 'pm2' || next?.text !== 'start') return undefined;
  const at = text.indexOf('pm2', program.range.start);
  if (at < 0 || at > program.range.start + 1) return undefined;
  return { title: 'Use pm2-runtime', safe: false, start: at, end: at + 'pm2'.length, newText: 'pm2-runtime' };
}

/** A helper started on the way, with the app's own process after it, is another rule's. */
function isFollowedByNothing(simple: SimpleCommand, all: readonly SimpleCommand[]): boolean {
  const after = all.slice(all.indexOf(simple) + 1);
  return !after.some((one) => isServer(one) || /^(?:exec|\$@|tail|wait)$/.test(one.words[0]?.text ?? ''));
}

/** A whole configuration of nginx in the tree, such as an image is given, may well keep it in the foreground. */
const staysByConfig = (app: App): boolean => hasOwnNginx(app.tree);
const hasOwnNginx = perTree(({ paths }) => [...paths].some((path) => /(?:^|\/)nginx\.conf$/.test(path)));

/** nginx and Apache leave the foreground unless they are told to stay. */
function webServer(words: readonly Word[], isMain: boolean): Breach[] {
  const [program, ...rest] = words;
  const name = baseName(program?.text ?? '');
  const all = rest.map(({ text }) => text).join(' ');
  const leaves = name === 'nginx' && !/daemon\s{1,4}off|^-(?:t|v|V|s)|-c\b/.test(all);
  if (!isMain || !leaves || !program) return [];
  const last = words.at(-1) ?? program;
  const isList = last.range.end - last.range.start === last.text.length + 2;
  const newText = isList ? ', "-g", "daemon off;"' : " -g 'daemon off;'";
  const breach: Breach = {
    range: { start: program.range.start, end: last.range.end },
    words: { what: name },
  };
  const place = { start: last.range.end, end: last.range.end };
  const title = 'Keep nginx in the foreground';
  return [withEdit(breach, { title, safe: false, ...place, newText })];
}

/** Units and settings that say it. */
export const forking: readonly EntryCheck[] = [
  {
    files: /\.service$/,
    at: /^Service\.Type$/,
    breach: ({ value, range }) =>
      value === 'forking'
        ? withEdit(
            { range, words: { what: 'Type=forking' }, severity: 'information' },
            { title: 'Use Type=simple', safe: false, ...range, newText: 'simple' },
          )
        : undefined,
  },
  {
    files: /(?:^|\/)[\w.-]*uwsgi[\w.-]*\.ini$/,
    at: /^uwsgi\.daemonize2?$/,
    breach: ({ keys, whole }) => ({ range: whole, words: { what: keys[1] ?? '' } }),
  },
];
