import type { RoleCommand } from '../../formats/commands';
import { placeOfCompose } from '../../formats/sources/compose';
import type { SimpleCommand, Word } from '../../procfile/procfile';

/** The program of a word: `gunicorn` of `/app/.venv/bin/gunicorn`. */
export function baseName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}

/** Words that only start what follows them: tools of isolation, init shims, `exec`, `sudo`. */
const STARTERS =
  /^(?:exec|env|sudo|nice|ionice|time|timeout|nohup|setsid|stdbuf|tini|dumb-init|catatonit|gosu|su-exec|chpst|runuser|poetry|pipenv|pdm|uv|hatch|rye|run|bundle|npx|bunx|dotenv|doppler|infisical|chamber|--|xvfb-run|ddtrace-run|newrelic-admin|run-program|opentelemetry-instrument)$/;
/** `poetry run`, but not `npm run`. */
const TAKES_VALUE = /^-[a-zA-Z]$/;

/** The words from the program on, without what merely starts it: `gunicorn app` of `exec bundle exec gunicorn app`. */
export function programWords({ words }: SimpleCommand): readonly Word[] {
  let at = 0;
  while (at < words.length) {
    const text = baseName(words[at]?.text ?? '');
    const isOption = text.startsWith('-') && text !== '--' && at > 0;
    const isAssignment = /^[A-Za-z_]\w*=/.test(text);
    if (!STARTERS.test(text) && !isOption && !isAssignment) break;
    const isUser = /^(?:gosu|su-exec|timeout|chpst)$/.test(text);
    at += isUser || (isOption && TAKES_VALUE.test(text)) ? 2 : 1;
  }
  return words.slice(Math.min(at, words.length));
}

const SERVERS =
  /^(?:gunicorn|uvicorn|hypercorn|daphne|waitress-serve|uwsgi|granian|puma|unicorn|thin|rackup|falcon|passenger|sidekiq|resque|resque-pool|good_job|solid_queue|clockwork|celery|rq|rqworker|dramatiq|huey_consumer|huey_consumer\.py|arq|nginx|httpd|apache2|apache2-foreground|apachectl|caddy|php-fpm[\d.]*|rr|frankenphp|redis-server|postgres|mysqld|mongod|memcached|rabbitmq-server|node|nodejs|deno|bun|java|dotnet|supervisord|cron|crond|pm2-runtime|streamlit|gradio|next|nuxt|nest|mix|iex|elixir)$/;
const SERVER_WORDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:rails|bin\/rails)$/, /^(?:s|server)$/],
  [/^(?:npm|yarn|pnpm|bun)$/, /^(?:start|serve|run-script|run)$/],
  [
    /^(?:python[\d.]*|manage\.py)$/,
    /^(?!-?-?(?:version|c)$)(?:-m|-u|runserver|qcluster|[\w./-]*(?:app|main|server|run|worker|wsgi|asgi|bot|web|service|start)[\w-]*\.py)$/,
  ],
  [/^(?:artisan|php)$/, /^(?:-S|artisan|serve|queue:work|horizon|schedule:work|octane:start|reverb:start)$/],
  [/^(?:ruby)$/, /\.rb$/],
  [/^(?:flask|fastapi)$/, /^(?:run|dev)$/],
  [/^(?:rake)$/, /^(?:jobs:work|resque:work|environment)$/],
];

/** Tasks that end: what `node`, `python` or `java` may start that is no server. */
const TASK =
  /^(?:migrate|migrations?|seed|seeds?|setup|install|build|test|lint|-e|-v|-c|--version|-p|ace|artisan|db:.*|.*(?:migrat|seed|setup|wait)[\w./:-]*)$/i;

/** Whether a simple command starts something that is meant to go on running. */
export function isServer(simple: SimpleCommand): boolean {
  const [program, ...rest] = programWords(simple);
  if (!program) return false;
  const name = baseName(program.text);
  const second = rest.find(({ text }) => !text.startsWith('--'))?.text ?? '';
  if (SERVERS.test(name)) return !TASK.test(second);
  const row = SERVER_WORDS.find(([programs]) => programs.test(name));
  return (
    row !== undefined &&
    rest.slice(0, 3).some(({ text }) => row[1].test(text)) &&
    !rest.some(({ text }) => TASK.test(text) && text !== 'artisan')
  );
}

/** Whether a command is, or starts, a process of the app where it is deployed. */
export function isProcess({ role, processType, place }: RoleCommand): boolean {
  return role === 'run' && (processType !== undefined || place !== undefined);
}

/** The same where a deploy is meant: a compose file that names none is for a developer's machine as well. */
export function isDeployed(one: RoleCommand): boolean {
  const isLocal = /compose|stack/i.test(baseName(one.path)) && placeOfCompose(one.path) !== 'deploy';
  return isProcess(one) && one.place?.form !== 'script' && !isLocal;
}
