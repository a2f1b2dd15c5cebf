import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName, isProcess, isServer, programWords } from '../../shared/commands';

/** Programs that start several others, by the words that must follow. */
const RUNNERS: readonly (readonly [RegExp, RegExp | undefined])[] = [
  [/^(?:foreman|honcho|overmind|goreman|hivemind|forego)$/, /^(?:start|s)$/],
  [/^(?:concurrently|run-p)$/, undefined],
  [/^npm-run-all$/, /^(?:-p|--parallel)$/],
  [/^(?:s6-svscan|runsvdir|circusd|multirun)$/, undefined],
  [/^supervisord$/, undefined],
];

/** Two or more long-running processes behind one command. */
export function severalProcesses(one: RoleCommand): Breach[] {
  if (!isProcess(one)) return [];
  const { simple } = one.command;
  const beside = simple.filter((each, index) => isBeside(each, simple.slice(index + 1)));
  return [
    ...beside.map(
      (each): Breach => ({
        range: each.range,
        words: { what: 'Several processes run' },
        ...pairOf(each, simple),
      }),
    ),
    ...simple.flatMap(runner),
    ...simple.flatMap(embeddedBeat),
  ];
}

/** Databases and queues beside the app are told by another rule. */
const SERVICES = /^(?:redis-server|postgres|mysqld|mongod|memcached|rabbitmq-server)$/;

/** A server sent to the background with another one after it. */
function isBeside(each: SimpleCommand, after: readonly SimpleCommand[]): boolean {
  return (
    each.operator === '&' &&
    !SERVICES.test(baseName(programWords(each)[0]?.text ?? '')) &&
    isServer(each) &&
    runner(each).length === 0 &&
    after.some((other) => isServer(other) || other.words[0]?.text === '$@')
  );
}

/** A web server that only stands in front of the app, in the same container, is common. */
function pairOf(each: SimpleCommand, all: readonly SimpleCommand[]): Partial<Breach> {
  const names = all.filter(isServer).map((one) => baseName(programWords(one)[0]?.text ?? ''));
  const own = baseName(programWords(each)[0]?.text ?? '');
  const isFront = /^(?:nginx|caddy|httpd|apache2|php-fpm[\d.]*)$/;
  return isFront.test(own) || names.some((name) => name !== own && isFront.test(name))
    ? { severity: 'information' }
    : {};
}

/** What is no program of the system that only speaks of it. */
const WRAPPED =
  /^(?!(?:pip\d?|apt|apt-get|apk|yum|dnf|which|type|command|echo|pkill|killall|kill|pgrep|cp|mv|ln|test)$)\S+$/;

function runner(each: SimpleCommand): Breach[] {
  const [program, ...rest] = programWords(each);
  const name = baseName(program?.text ?? '');
  const row = RUNNERS.find(([names]) => names.test(name));
  // A wrapper of the app's own that ends in it: `CMD ["init-env", "supervisord", "-c", "…"]`.
  const behind =
    row === undefined && program ? rest.find(({ text }) => /^(?:\S*\/)?supervisord$/.test(text)) : undefined;
  if (behind && WRAPPED.test(program?.text ?? ''))
    return [{ range: behind.range, words: { what: 'supervisord runs several processes' } }];
  if (!program || !row || (row[1] && !rest.some(({ text }) => row[1]?.test(text)))) return [];
  // One process type by name is one process.
  if (/^(?:foreman|honcho|overmind|goreman|forego)$/.test(name) && isChosen(rest.map(({ text }) => text)))
    return [];
  return [{ range: program.range, words: { what: `${name} runs several processes` }, once: name }];
}

function isChosen(words: readonly string[]): boolean {
  const start = words.findIndex((word) => word === 'start' || word === 's');
  const next = words[start + 1];
  return next !== undefined && !next.startsWith('-') && !next.includes('=');
}

/** `celery worker -B`: the scheduler inside a worker, of which there must then be one only. */
function embeddedBeat(each: SimpleCommand): Breach[] {
  const [program, ...rest] = programWords(each);
  const isWorker = rest.some(({ text }) => text === 'worker');
  const beat = rest.find(({ text }) => text === '-B' || text === '--beat');
  if (baseName(program?.text ?? '') !== 'celery' || !isWorker || !beat) return [];
  return [
    { range: beat.range, words: { what: 'Celery’s scheduler and worker run' }, severity: 'information' },
  ];
}
