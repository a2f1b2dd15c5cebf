import type { RoleCommand } from '../../../formats/commands';
import type { Command, SimpleCommand, Word } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName } from '../../shared/commands';
import { isStreamName } from '../shared/log-file';
import { optionRepair } from './leave';

/** Options of servers that name a log file, by program; `*` for options that say so themselves. */
const OPTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    '*',
    [
      '--log-file',
      '--logfile',
      '--access-logfile',
      '--error-logfile',
      '--access-log-file',
      '--logto',
      '--logto2',
      '--log_file',
      '--log-dir',
      '--log_dir',
      '-log_dir',
      '-log_file',
      '--logpath',
      '-Dlog.file',
      '-Dlogging.file',
      '-Dlogging.file.name',
      '-Dlogging.file.path',
      '--logging.file.name',
      '--logging.file.path',
      '--logging.file',
      '--daemonize',
      '--pm2-log',
    ],
  ],
  ['celery', ['-f']],
  ['sidekiq', ['-L']],
  ['thin', ['-l', '--log']],
  ['forever', ['-l', '-o', '-e']],
  ['pm2', ['--log', '-o', '--output', '-e', '--error']],
  ['pm2-runtime', ['--output', '--error']],
]);
/** What writes the stream somewhere else and is no other rule's. */
const SINKS = /^(?:tee|logger|systemd-cat)$/;
const STREAMS = /^(?:1>>?|2>>?|&>>?|>>?|>\||\d?>>?&?)$/;

/** Where a process command sends the process's output to a file or to a log server. */
export function redirections({ command, role, place }: RoleCommand): Breach[] {
  // In a script `shell` judges what a redirect belongs to.
  if (place?.form === 'script') return [];
  if (role !== 'run' && role !== 'release' && role !== 'cron') return [];
  return command.simple.flatMap((simple, index) => {
    const before = command.simple[index - 1];
    const piped = before?.operator === '|' || before?.operator === '|&';
    return [...ofRedirects(simple, command), ...(piped ? ofPipe(simple) : []), ...ofOptions(simple)];
  });
}

function ofRedirects({ redirects, words }: SimpleCommand, { substitutions }: Command): Breach[] {
  const program = baseName(words[0]?.text ?? '');
  // What these write is no log.
  if (/^(?:echo|printf|cat|sed|envsubst|base64|pg_dump|mysqldump|jq|openssl|:)$/.test(program)) return [];
  return redirects.flatMap(({ operator, target, range }) => {
    if (!target || !STREAMS.test(operator)) return [];
    // `exec > >(tee -a app.log)`: the commands get the output as behind a pipe.
    const into = substitutions.find((one) => one.range.start === target.range.start + 2);
    if (target.text.startsWith('>('))
      return into?.simple.some((one) => ofPipe(one).length > 0) ? [{ range }] : [];
    if (!isFileTarget(target)) return [];
    return [{ range, repair: { to: 'drop' } }];
  });
}

function isFileTarget({ text, literal }: Word): boolean {
  if (/^(?:&?\d|&?-|\/dev\/.*|\/proc\/.*)$/.test(text) || text === '') return false;
  if (/\.(?:json|ya?ml|toml|conf|cfg|ini|env|sql|csv|html?|xml|pid|js|css|pem|crt|key|md|gz)$/.test(text))
    return false;
  return literal || /\.log\b|\/logs?\//i.test(text);
}

function ofPipe({ words, range }: SimpleCommand): Breach[] {
  const program = baseName(words[0]?.text ?? '');
  if (!SINKS.test(program)) return [];
  const file = words.slice(1).find(({ text }) => !text.startsWith('-'));
  return program === 'tee' && (!file || isStreamName(file.text)) ? [] : [{ range, repair: { to: 'pipe' } }];
}

function ofOptions({ words }: SimpleCommand): Breach[] {
  const programs = words.map(({ text }) => baseName(text));
  const names = [...OPTIONS].flatMap(([program, options]) =>
    program === '*' || programs.includes(program) ? options : [],
  );
  return words.flatMap((word, index): Breach[] => {
    if (/^-X(?:log:.*\bfile=|loggc:)/.test(word.text))
      return [{ range: word.range, severity: 'information' as const }];
    const name = names.find((one) => word.text === one || word.text.startsWith(`${one}=`));
    if (name === undefined) return [];
    const inOne = word.text.startsWith(`${name}=`);
    const given = inOne ? word.text.slice(name.length + 1) : words[index + 1]?.text;
    if (
      given === undefined ||
      given === '' ||
      (!inOne && given.startsWith('--')) ||
      isStreamName(given) ||
      /^(?:yes|no|true|false|\d+)$/.test(given)
    )
      return [];
    const end = inOne ? word.range.end : (words[index + 1]?.range.end ?? word.range.end);
    const range = { start: word.range.start, end };
    return [{ range, ...optionRepair(name, word.text, programs) }];
  });
}
