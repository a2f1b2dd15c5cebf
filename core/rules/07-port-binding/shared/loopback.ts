import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, property } from '../../../facts/values';
import type { RoleCommand } from '../../../formats/commands';
import type { Api, Breach, Fixer, Rule } from '../../../rule';
import { baseName } from '../../shared/commands';
import { type Finder, first, keyword } from './ports';

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|::1|\[::1\])$/;
/** Listeners that are meant for the machine itself. */
const INTERNAL = /metric|debug|admin|health|inspect|profil|ipc|internal/i;

function host(calls: readonly string[], find: Finder, global = false): Api {
  return {
    calls,
    global,
    breach: (call, file) => {
      const value = find(call);
      if (value?.kind !== 'string' || !LOOPBACK.test(value.text)) return undefined;
      if (INTERNAL.test(file.path) || INTERNAL.test(call.enclosure.fn ?? '')) return undefined;
      return { range: value.range, words: { host: value.text }, repair: { quoted: true } };
    },
  };
}

/** `listen(port, host)`, `listen({ host })`; the callback is no host. */
const listenHost: Finder = (call) => property(call.args[0]?.value, 'host') ?? call.args[1]?.value;
const inAddress =
  (name: string): Finder =>
  (call: CallFact): Value | undefined => {
    const pair = argumentAt(call.args, 0, name);
    return pair?.kind === 'array' ? pair.items[0] : undefined;
  };

const servers = ['http', 'https', 'http2', 'net'].map((module) => `${module}.createServer().listen`);

export const code: NonNullable<Rule['calls']> = {
  javascript: [
    host(
      [
        'express().listen',
        'koa().listen',
        'fastify().listen',
        'fastify.fastify().listen',
        'polka().listen',
        ...servers,
      ],
      listenHost,
    ),
    host(['@nestjs/core.NestFactory.create().listen', 'restify.createServer().listen'], listenHost),
    host(['@hapi/hapi.server', '@hapi/hapi.Server'], (call) => property(call.args[0]?.value, 'host')),
    host(['Bun.serve', 'Deno.serve'], (call) => property(call.args[0]?.value, 'hostname'), true),
  ],
  python: [
    host(
      ['uvicorn.run', 'waitress.serve', 'aiohttp.web.run_app', 'bottle.run', 'sanic.Sanic().run'],
      keyword('host'),
    ),
    host(
      ['http.server.HTTPServer', 'http.server.ThreadingHTTPServer', 'socketserver.TCPServer'],
      inAddress('server_address'),
    ),
    host(['wsgiref.simple_server.make_server'], first),
  ],
};

const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  uvicorn: ['--host'],
  gunicorn: ['-b', '--bind'],
  hypercorn: ['-b', '--bind'],
  flask: ['-h', '--host'],
  rails: ['-b', '--binding'],
  puma: ['-b', '--bind'],
  next: ['-H', '--hostname'],
  daphne: ['-b', '--bind'],
};
const HOST_IN_OPTION = /^(?:[a-z]+:\/\/)?(localhost|127\.0\.0\.1)(?=$|:)/;

/** Loopback addresses given to servers where the app's processes are started. */
export function loopbackOptions({ command, role, processType, path }: RoleCommand): Breach[] {
  const isImage = /(?:^|\/)Dockerfile$/i.test(path);
  if (role !== 'run' || (processType === undefined && !isImage)) return [];
  const found: Breach[] = [];
  for (const { words } of command.simple) {
    const at = words.findIndex((word) => Object.hasOwn(OPTIONS, baseName(word.text)));
    const names = OPTIONS[baseName(words[at]?.text ?? '')] ?? [];
    for (const [index, word] of words.entries()) {
      const name =
        index > at ? names.find((one) => word.text === one || word.text.startsWith(`${one}=`)) : undefined;
      if (name === undefined) continue;
      const inline = word.text !== name;
      const held = inline ? word : words[index + 1];
      const text = inline ? word.text.slice(name.length + 1) : (held?.text ?? '');
      const match = HOST_IN_OPTION.exec(text);
      if (!held || !match || held.range.end - held.range.start !== held.text.length) continue;
      const start = held.range.end - text.length + match[0].length - (match[1]?.length ?? 0);
      found.push({
        range: { start, end: start + (match[1]?.length ?? 0) },
        words: { host: match[1] ?? '' },
        repair: { quoted: false },
      });
    }
  }
  return found;
}

/** Changes who can reach the process, so it is never done unasked. */
export const toAnyAddress: Fixer = ({ breach, path, range }, text) => {
  const quote = breach.repair?.quoted === true ? text[range.start] : '';
  const newText = `${quote}0.0.0.0${quote}`;
  return [{ title: 'Bind to 0.0.0.0', kind: 'suggestion', edits: [{ path, range, newText }] }];
};
