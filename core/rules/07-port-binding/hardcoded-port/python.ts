import { property } from '../../../facts/values';
import type { Api } from '../../../rule';
import { address, binds, first, keyword, listens, portBreach, soften } from '../shared/ports';

const python: readonly Api[] = [
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
    [
      'xmlrpc.server.SimpleXMLRPCServer',
      'gevent.pywsgi.WSGIServer',
      'gevent.server.StreamServer',
      'eventlet.listen',
    ],
    address('addr'),
  ),
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
  { calls: ['flask.Flask().run'], breach: (call) => soften(portBreach(keyword('port', 1)(call))) },
  listens(['wsgiref.simple_server.make_server'], keyword('port', 1)),
  listens(['asyncio.start_server'], keyword('port', 2)),
  listens(
    [
      'tornado.web.Application().listen',
      'tornado.httpserver.HTTPServer().listen',
      'tornado.httpserver.HTTPServer().bind',
    ],
    keyword('port', 0),
  ),
  listens(['gradio.Interface().launch', 'gradio.Blocks().launch'], keyword('server_port')),
  listens(['cherrypy.config.update'], (call) => property(call.args[0]?.value, 'server.socket_port')),
  listens(['socket.socket().bind'], address('address')),
  binds(['grpc.server().add_insecure_port', 'grpc.aio.server().add_insecure_port'], first),
];

export default python;
