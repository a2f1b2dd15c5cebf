import type { CallFact, Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { field, first, keyword, second, third } from '../shared/ports';
import { isProfiler } from '../shared/profiler';
import { host, hostBreach, isInternal } from './hosts';

const SERVER_CONFIG = /(?:^|\/)(?:puma|unicorn)(?:[./][\w.]*)?\.rb$/;

export const ruby: readonly Api[] = [
  // `set :bind, "localhost"` of Sinatra.
  host(['set'], (call) => (textOf(first(call)) === 'bind' ? second(call) : undefined)),
  host(['Sinatra.Application.run!', 'Sinatra.Base.run!'], keyword('bind')),
  host(['WEBrick.HTTPServer.new'], keyword('BindAddress')),
  host(
    ['Puma', 'WEBrick', 'Thin', 'Falcon'].flatMap((name) =>
      ['Rack', 'Rackup'].map((rack) => `${rack}.Handler.${name}.run`),
    ),
    keyword('Host'),
  ),
  host(['TCPServer.new', 'TCPServer.open'], (call) => (call.args.length > 1 ? first(call) : undefined)),
  {
    // A proxy of the same machine may stand before it; a container has none.
    calls: ['bind', 'listen'],
    breach: (call, file) => (SERVER_CONFIG.test(file.path) ? hostBreach(first(call)) : undefined),
  },
];

export const php: readonly Api[] = [
  host(
    [
      'Swoole.Http.Server',
      'Swoole.WebSocket.Server',
      'Swoole.Server',
      'OpenSwoole.Http.Server',
      'OpenSwoole.Server',
    ],
    first,
  ),
  host(
    ['React.Socket.SocketServer', 'React.Socket.TcpServer', 'Workerman.Worker', 'Amp.Socket.listen'],
    first,
  ),
];

/** The host of `new InetSocketAddress("localhost", 8080)` where a server is given one. */
const socketAddress = (call: CallFact): Value | undefined => {
  const given = call.args[0]?.value;
  if (given?.kind !== 'call' || !given.callee.endsWith('InetSocketAddress')) return undefined;
  return given.args.length > 1 ? given.args[0]?.value : undefined;
};

/** The name of `InetAddress.getByName("localhost")`, or the address itself. */
const inetAddress = (value: Value | undefined): Value | undefined =>
  value?.kind === 'call' && value.callee.endsWith('InetAddress.getByName') ? value.args[0]?.value : value;

export const java: readonly Api[] = [
  host(
    ['com.sun.net.httpserver.HttpServer.create', 'com.sun.net.httpserver.HttpsServer.create'],
    socketAddress,
  ),
  host(['org.eclipse.jetty.server.Server'], socketAddress),
  host(['java.net.ServerSocket'], (call) => inetAddress(third(call))),
  host(['io.undertow.Undertow.builder().addHttpListener'], second),
  host(
    ['io.vertx.core.Vertx.vertx().createHttpServer().listen', 'io.vertx.core.http.HttpServer().listen'],
    second,
  ),
  host(['io.javalin.Javalin.create().start', 'io.javalin.Javalin().start'], first),
  host(['spark.Spark.ipAddress'], first),
  host(['io.netty.bootstrap.ServerBootstrap().bind'], first),
];

export const go: readonly Api[] = [
  {
    calls: ['net/http.ListenAndServe', 'net/http.ListenAndServeTLS'],
    breach: (call, file) =>
      isProfiler(call, file) || isInternal(call, file) ? undefined : hostBreach(first(call)),
  },
  host(['net/http.Server'], field('Addr')),
  host(['net.Listen'], (call) => (/^tcp/.test(textOf(first(call)) ?? '') ? second(call) : undefined)),
  host(
    [
      'github.com/gin-gonic/gin.Default().Run',
      'github.com/gin-gonic/gin.New().Run',
      'github.com/labstack/echo.New().Start',
      'github.com/labstack/echo/v4.New().Start',
      'github.com/gofiber/fiber.New().Listen',
      'github.com/gofiber/fiber/v2.New().Listen',
      'github.com/valyala/fasthttp.ListenAndServe',
    ],
    first,
  ),
];

const built = ['', 'Microsoft.AspNetCore.Builder.'].flatMap((start) => [
  `${start}WebApplication.CreateBuilder().Build().Run`,
  `${start}WebApplication.Create().Run`,
]);

export const csharp: readonly Api[] = [
  host(['?.UseUrls', 'WebApplication.CreateBuilder().WebHost.UseUrls'], first, true),
  host(built, first, true),
  {
    calls: ['?.ListenLocalhost', 'ListenLocalhost'],
    global: true,
    breach: (call, file) =>
      isInternal(call, file)
        ? undefined
        : { range: call.range, words: { host: 'localhost' }, repair: { method: 'ListenAnyIP' } },
  },
  // Port 0 asks for any port that is free.
  host(['System.Net.Sockets.TcpListener', 'TcpListener'], (call) => {
    const port = second(call);
    return port?.kind === 'number' && port.value === 0 ? undefined : first(call);
  }),
  host(['System.Net.HttpListener().Prefixes.Add', 'HttpListener().Prefixes.Add'], first),
];

/** `("127.0.0.1", 8080)`, `([127, 0, 0, 1], 3000)`, or an address. */
const inPair = (call: CallFact): Value | undefined => {
  const given = first(call);
  return given?.kind === 'array' ? given.items[0] : given;
};

export const rust: readonly Api[] = [
  host(
    [
      'std.net.TcpListener.bind',
      'tokio.net.TcpListener.bind',
      'async_std.net.TcpListener.bind',
      'poem.listener.TcpListener.bind',
      'salvo.conn.TcpListener.new',
      'salvo.prelude.TcpListener.new',
      'actix_web.HttpServer.new().bind',
      'actix_web.HttpServer.new().workers().bind',
      'warp.serve().run',
      'std.net.SocketAddr.from',
      'hyper.Server.bind',
      'axum.Server.bind',
    ],
    inPair,
  ),
];
