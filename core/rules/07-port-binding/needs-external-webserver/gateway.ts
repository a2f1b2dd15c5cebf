import type { RoleCommand } from '../../../formats/commands';
import type { Family } from '../../../language';
import type { Api, Breach, Severity } from '../../../rule';
import { baseName } from '../../shared/commands';

interface Answers {
  /** Code in functions may be of a library that only borrows a name. */
  readonly onlyTopLevel?: boolean;
  readonly severity?: Severity;
}

/** Code that a webserver starts, and that answers over its pipes. */
function gateway(
  app: string,
  servers: string,
  calls: readonly string[],
  { onlyTopLevel, severity }: Answers = {},
): Api {
  return {
    calls,
    breach: (call) =>
      onlyTopLevel && !call.enclosure.topLevel
        ? undefined
        : {
            range: call.range,
            words: { app, how: `use ${servers}` },
            ...(severity ? { severity } : {}),
          },
  };
}

const PYTHON = 'gunicorn, uvicorn or waitress';
const RUBY = 'puma or falcon';

export const calls: Partial<Record<Family, readonly Api[]>> = {
  javascript: [
    gateway('A FastCGI program', 'Node’s own http', [
      'node-fastcgi.createServer',
      'fastcgi-server.createServer',
    ]),
  ],
  python: [
    gateway('A CGI script', PYTHON, ['wsgiref.handlers.CGIHandler', 'cgitb.enable']),
    gateway('A CGI script', PYTHON, ['cgi.FieldStorage'], { onlyTopLevel: true }),
    gateway('A FastCGI program', PYTHON, [
      'flup.server.fcgi.WSGIServer',
      'flup.server.scgi.WSGIServer',
      'flipflop.WSGIServer',
      'fastcgi.WSGIServer',
    ]),
  ],
  ruby: [
    gateway('A CGI script', RUBY, ['CGI.new', 'Rack.Handler.CGI.run', 'Rackup.Handler.CGI.run'], {
      onlyTopLevel: true,
    }),
    gateway('A FastCGI program', RUBY, [
      'FCGI.each',
      'FCGI.each_cgi',
      'FCGI.each_request',
      'Rack.Handler.FastCGI.run',
    ]),
  ],
  go: [
    gateway('A CGI program', 'net/http', ['net/http/cgi.Serve']),
    // Mostly one of several ways to run a server that can listen by itself.
    gateway('A FastCGI program', 'net/http', ['net/http/fcgi.Serve'], { severity: 'hint' }),
  ],
  rust: [
    gateway('A FastCGI program', 'hyper, axum or actix-web', [
      'fastcgi.run',
      'fastcgi.run_tcp',
      'cgi.handle',
    ]),
  ],
};

const BIND = /^(?:-b|--bind|-l|--listen|-o|--socket|-s)(?:=|$)/;

/** A server that only a webserver on the same machine can reach, through a socket in its files. */
export function unixSockets({ command, role, processType }: RoleCommand): Breach[] {
  if (role !== 'run' || processType === undefined) return [];
  if (/nginx|apache|caddy|haproxy/.test(command.text)) return [];
  return command.simple.flatMap(({ words }) => {
    const program = words.find(({ text }) =>
      /^(?:gunicorn|puma|unicorn|hypercorn|daphne|uwsgi)$/.test(baseName(text)),
    );
    if (!program) return [];
    const given = words.flatMap((word, index) => {
      if (!BIND.test(word.text)) return [];
      const inOne = word.text.includes('=');
      const held = inOne ? word : words[index + 1];
      return held ? [{ held, text: inOne ? held.text.slice(held.text.indexOf('=') + 1) : held.text }] : [];
    });
    const [only] = given;
    const isSocket =
      given.length > 0 && given.every(({ text }) => /^(?:unix:|\/|[\w./-]+\.sock$)/.test(text));
    return only && isSocket
      ? [
          {
            range: only.held.range,
            words: { app: `A socket of ${baseName(program.text)}`, how: 'give it 0.0.0.0:$PORT' },
          },
        ]
      : [];
  });
}
