import type { CallFact, Value } from '../../facts/fact';
import { argumentAt, property } from '../../facts/values';
import { type Api, type Breach, defineRule, notAppCode, notServices } from '../../rule';
import { fixedPorts, toPortVariable } from './shared/commands';

/** A port written as a number; a value of 0 asks the system for any port, as tests do. */
function literalPort(value: Value | undefined): Value | undefined {
  if (value?.kind === 'number')
    return Number.isInteger(value.value) && value.value > 0 && value.value < 65_536 ? value : undefined;
  return value?.kind === 'string' && /^[1-9]\d{1,4}$/.test(value.text) ? value : undefined;
}

function breachAt(value: Value | undefined): Breach | undefined {
  const port = literalPort(value);
  if (!port) return undefined;
  const cast = port.kind === 'number' ? 'number' : 'string';
  return { range: port.range, literal: { range: port.range, name: 'PORT', cast, keepAsFallback: true } };
}

function listens(calls: readonly string[], port: (call: CallFact) => Value | undefined, global = false): Api {
  return { calls, global, breach: (call) => breachAt(port(call)) };
}

/** `listen(3000)`, `listen({ port: 3000 })`, `serve(handler, { port: 3000 })`. */
const firstOrOption = (call: CallFact): Value | undefined => {
  const [first, second] = call.args;
  return (
    property(first?.value, 'port') ??
    (first?.value.kind === 'object' ? undefined : (property(second?.value, 'port') ?? first?.value))
  );
};
const option = (call: CallFact): Value | undefined =>
  property(call.args[0]?.value, 'port') ?? property(call.args[1]?.value, 'port');
const keyword =
  (name: string, index = 99) =>
  (call: CallFact): Value | undefined =>
    argumentAt(call.args, index, name);
/** The port of an address such as `("", 8000)`. */
const address =
  (name: string, index = 0) =>
  (call: CallFact): Value | undefined => {
    const pair = argumentAt(call.args, index, name);
    return pair?.kind === 'array' ? pair.items[1] : undefined;
  };

const servers = 'http https http2 net tls spdy'
  .split(' ')
  .flatMap((module) => [
    `${module}.createServer().listen`,
    `${module}.createSecureServer().listen`,
    `${module}.Server().listen`,
  ]);
/** A server that another file made: only names that say so count. */
const unknownServer: Api = {
  calls: ['?.listen'],
  breach: (call) =>
    /(?:^|[.?#])(?:\w*[sS]erver|app|http|https|io)\.listen$/.test(call.callee)
      ? breachAt(firstOrOption(call))
      : undefined,
};

export default defineRule({
  id: 'port-binding/hardcoded-port',
  title: 'Port written into the code',
  severity: 'warning',
  message:
    'The port is fixed in the code. Take it from the environment variable PORT, so that each process can be given its own.',
  skip: notAppCode,
  skipApps: notServices,
  calls: {
    javascript: [
      listens(
        [
          'express().listen',
          'koa().listen',
          'fastify().listen',
          'fastify.fastify().listen',
          'polka().listen',
          'connect().listen',
          'restify.createServer().listen',
          '@nestjs/core.NestFactory.create().listen',
          ...servers,
        ],
        firstOrOption,
      ),
      listens(
        [
          '@hapi/hapi.server',
          '@hapi/hapi.Server',
          'ws.WebSocketServer',
          'ws.Server',
          '@hono/node-server.serve',
        ],
        option,
      ),
      listens(['socket.io.Server', 'socket.io().listen'], firstOrOption),
      listens(['Bun.serve', 'Deno.serve'], option, true),
      { ...unknownServer, global: true },
    ],
    python: [
      listens(
        [
          'http.server.HTTPServer',
          'http.server.ThreadingHTTPServer',
          'socketserver.TCPServer',
          'socketserver.ThreadingTCPServer',
          'socketserver.UDPServer',
        ],
        address('server_address'),
      ),
      listens(
        ['xmlrpc.server.SimpleXMLRPCServer', 'gevent.pywsgi.WSGIServer', 'gevent.server.StreamServer'],
        address('addr'),
      ),
      listens(['eventlet.listen'], address('addr')),
      listens(
        [
          'uvicorn.run',
          'hypercorn.run',
          'waitress.serve',
          'aiohttp.web.run_app',
          'bottle.run',
          'dash.Dash().run',
          'dash.Dash().run_server',
        ],
        keyword('port'),
      ),
      listens(
        ['sanic.Sanic().run', 'quart.Quart().run', 'bottle.Bottle().run', 'flask_socketio.SocketIO().run'],
        keyword('port'),
      ),
      // Flask's own server is for development; the port that matters stands in the process command.
      { calls: ['flask.Flask().run'], breach: (call) => soften(breachAt(keyword('port', 1)(call))) },
      listens(
        [
          'wsgiref.simple_server.make_server',
          'asyncio.start_server',
          'asyncio.get_event_loop().create_server',
        ],
        (call) => argumentAt(call.args, call.callee.startsWith('wsgiref') ? 1 : 2, 'port'),
      ),
      listens(
        [
          'tornado.web.Application().listen',
          'tornado.httpserver.HTTPServer().listen',
          'tornado.httpserver.HTTPServer().bind',
        ],
        keyword('port', 0),
      ),
    ],
  },
  commands: fixedPorts,
  fix: toPortVariable,
});

function soften(breach: Breach | undefined): Breach | undefined {
  return breach && { ...breach, severity: 'information' };
}
