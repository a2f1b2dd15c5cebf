import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt } from '../../../facts/values';
import type { Api } from '../../../rule';
import { type Finder, first, keyword } from '../shared/ports';
import { byDefault, host } from './hosts';

const inAddress =
  (name: string): Finder =>
  (call: CallFact): Value | undefined => {
    const pair = argumentAt(call.args, 0, name);
    return pair?.kind === 'array' ? pair.items[0] : pair;
  };

const isTold = (call: CallFact): boolean =>
  call.args.some(({ name, value }) => name === 'host' || (name === undefined && value.kind === 'unknown')) ||
  call.args.some(({ name }) => name === 'uds' || name === 'fd' || name === '**');

export const python: readonly Api[] = [
  host(
    [
      'uvicorn.run',
      'waitress.serve',
      'aiohttp.web.run_app',
      'bottle.run',
      'bottle.Bottle().run',
      'sanic.Sanic().run',
      'quart.Quart().run',
      'dash.Dash().run',
    ],
    keyword('host'),
  ),
  host(['flask.Flask().run', 'flask_socketio.SocketIO().run'], keyword('host', 0)),
  host(
    [
      'http.server.HTTPServer',
      'http.server.ThreadingHTTPServer',
      'socketserver.TCPServer',
      'socketserver.ThreadingTCPServer',
      'gevent.pywsgi.WSGIServer',
    ],
    inAddress('server_address'),
  ),
  host(['wsgiref.simple_server.make_server', 'asyncio.start_server'], (call) =>
    call.callee.startsWith('asyncio') ? argumentAt(call.args, 1, 'host') : first(call),
  ),
  host(['tornado.web.Application().listen', 'tornado.httpserver.HTTPServer().listen'], keyword('address', 1)),
  host(['grpc.server().add_insecure_port', 'grpc.aio.server().add_insecure_port'], first),
  // Mostly the start on a developer's machine; the process command says what production does.
  byDefault(['uvicorn.run'], 'hint', isTold),
];
