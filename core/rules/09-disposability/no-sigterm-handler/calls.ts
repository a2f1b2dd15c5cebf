import { property, textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { loadsServer, receiver, serving } from './breach';

const SERVER_NAME = /^(?:app|application|api|server|srv|s|http|https|httpServer|httpsServer|webServer)$/i;
const isOwn = (text: string | undefined): boolean => /^(?:localhost|127\.0\.0\.1)/.test(text ?? '');

export const javascript: readonly Api[] = [
  serving({ what: 'Express', calls: ['express().listen', 'express.default().listen'], stop: 'node-app' }),
  serving({ what: 'Koa', calls: ['koa().listen', 'koa.default().listen'], stop: 'node-app' }),
  serving({ what: 'Polka', calls: ['polka().listen'] }),
  serving({ what: 'restify', calls: ['restify.createServer().listen'], stop: 'node-server' }),
  serving({
    what: 'Node’s HTTP server',
    calls: ['http', 'https', 'http2'].flatMap((module) => [
      `${module}.createServer().listen`,
      `${module}.createSecureServer().listen`,
      `${module}.Server().listen`,
    ]),
    stop: 'node-server',
  }),
  serving({
    what: 'Fastify',
    calls: ['fastify().listen', 'fastify.fastify().listen', 'fastify.default().listen'],
    stop: 'node-close',
  }),
  serving({
    what: 'hapi',
    calls: [
      '@hapi/hapi.server().start',
      '@hapi/hapi.Server().start',
      'hapi.server().start',
      'hapi.Server().start',
    ],
    stop: 'node-stop',
  }),
  serving({ what: 'Apollo’s server', calls: ['@apollo/server/standalone.startStandaloneServer'] }),
  serving({ what: 'gRPC', calls: ['@grpc/grpc-js.Server().bindAsync'] }),
  serving({ what: 'Nest', calls: ['@nestjs/core.NestFactory.create().listen'], stop: 'nest' }),
  serving({
    what: 'This server',
    calls: ['*.listen'],
    when: ({ callee, args }, { path }, app) =>
      /^[?.@#~]|^\w+\.listen$/.test(callee) &&
      SERVER_NAME.test(receiver(callee)) &&
      args.length > 0 &&
      loadsServer(path, app),
    stop: 'node-server',
  }),
  serving({
    what: 'BullMQ’s worker',
    work: 'jobs',
    calls: ['bullmq.Worker'],
    when: ({ construct, args }) => construct && args.length > 1,
    stop: 'node-worker',
  }),
  serving({
    what: 'This consumer',
    work: 'jobs',
    calls: ['*.run'],
    beside: ['kafkajs'],
    when: ({ args }) =>
      ['eachMessage', 'eachBatch'].some((key) => property(args[0]?.value, key) !== undefined),
    stop: 'node-kafka',
  }),
  serving({ what: 'This consumer', work: 'jobs', calls: ['*.consume'], beside: ['amqplib'] }),
];

export const python: readonly Api[] = [
  serving({
    what: 'Python’s HTTP server',
    calls: [
      'http.server.HTTPServer().serve_forever',
      'http.server.ThreadingHTTPServer().serve_forever',
      'wsgiref.simple_server.make_server().serve_forever',
      'socketserver.TCPServer().serve_forever',
      'socketserver.ThreadingTCPServer().serve_forever',
      'xmlrpc.server.SimpleXMLRPCServer().serve_forever',
    ],
    stop: 'python-server',
  }),
  serving({
    what: 'Tornado',
    calls: ['tornado.ioloop.IOLoop.current().start', 'tornado.ioloop.IOLoop.instance().start'],
    stop: 'python-tornado',
  }),
  serving({ what: 'aiohttp’s site', calls: ['aiohttp.web.TCPSite().start'], stop: 'python-aiohttp' }),
  serving({
    what: 'gRPC',
    calls: ['*.wait_for_termination'],
    beside: ['import grpc'],
    when: ({ args }) => args.length === 0,
    stop: 'python-grpc',
  }),
  serving({
    what: 'This consumer',
    work: 'jobs',
    calls: ['*.start_consuming'],
    beside: ['pika'],
    stop: 'python-pika',
  }),
  serving({
    what: 'This worker',
    work: 'jobs',
    calls: ['*.blpop', '*.brpop', '*.brpoplpush', '*.blmove', '*.receive_message'],
    when: ({ enclosure }) => enclosure.inLoop,
    stop: 'python-loop',
  }),
];

export const ruby: readonly Api[] = [
  serving({ what: 'WEBrick', calls: ['WEBrick.HTTPServer.new().start'], stop: 'ruby-server' }),
  serving({
    what: 'This worker',
    work: 'jobs',
    calls: ['*.blpop', '*.brpop', '*.brpoplpush', '*.blmove', '*.receive_message', '*.reserve'],
    when: ({ enclosure }) => enclosure.inLoop,
    stop: 'ruby-loop',
  }),
  serving({
    what: 'This consumer',
    work: 'jobs',
    calls: ['*.subscribe'],
    beside: ["require 'bunny'", 'require "bunny"'],
    when: ({ args }) => {
      const block = args.find(({ name }) => name === 'block')?.value ?? property(args[0]?.value, 'block');
      return block?.kind === 'boolean' && block.value;
    },
    stop: 'ruby-bunny',
  }),
];

export const php: readonly Api[] = [
  serving({ what: 'Ratchet', calls: ['Ratchet.Server.IoServer.factory().run', 'Ratchet.App().run'] }),
  serving({ what: 'ReactPHP', calls: ['React.EventLoop.Loop.run'] }),
  serving({
    what: 'This consumer',
    work: 'jobs',
    calls: ['*.wait'],
    beside: ['PhpAmqpLib'],
    when: ({ enclosure }) => enclosure.inLoop,
  }),
  serving({
    what: 'This worker',
    work: 'jobs',
    calls: [
      '*.blPop',
      '*.brPop',
      '*.blpop',
      '*.brpop',
      '*.bRPopLPush',
      '*.brpoplpush',
      '*.receiveMessage',
      '*.reserveWithTimeout',
      '*.reserve',
    ],
    beside: ['Redis', 'Predis', 'SqsClient', 'Pheanstalk'],
    when: ({ enclosure }) => enclosure.inLoop,
    stop: 'php-loop',
  }),
];

export const java: readonly Api[] = [
  serving({
    what: 'The JDK’s HTTP server',
    calls: [
      'com.sun.net.httpserver.HttpServer.create().start',
      'com.sun.net.httpserver.HttpsServer.create().start',
    ],
    stop: 'java-server',
  }),
  serving({ what: 'Jetty', calls: ['org.eclipse.jetty.server.Server().start'], stop: 'java-jetty' }),
  serving({ what: 'Undertow', calls: ['io.undertow.Undertow.builder().build().start'] }),
  serving({ what: 'Javalin', calls: ['io.javalin.Javalin.create().start'], stop: 'java-javalin' }),
];

export const go: readonly Api[] = [
  serving({
    what: 'net/http’s server',
    calls: ['net/http.ListenAndServe', 'net/http.ListenAndServeTLS', 'net/http.Serve'],
    when: ({ args }) => !isOwn(textOf(args[0]?.value)),
    stop: 'go-listen',
  }),
  serving({
    what: 'net/http’s server',
    calls: ['*.ListenAndServe', '*.ListenAndServeTLS'],
    // What is known to be of another library, such as a server of LDAP, may stop in its own way.
    when: ({ callee }) => /^(?:net\/http\.(?!Listen)|\?)/.test(callee),
    stop: 'go-server',
  }),
  serving({
    what: 'Gin',
    calls: [
      'github.com/gin-gonic/gin.Default().Run',
      'github.com/gin-gonic/gin.New().Run',
      'github.com/gin-gonic/gin.Engine().Run',
    ],
    stop: 'go-run',
  }),
  serving({
    what: 'Echo',
    calls: ['github.com/labstack/echo.New().Start', 'github.com/labstack/echo.Echo().Start'],
    stop: 'go-run',
  }),
  serving({
    what: 'Fiber',
    calls: ['github.com/gofiber/fiber.New().Listen', 'github.com/gofiber/fiber.App().Listen'],
    stop: 'go-fiber',
  }),
  serving({ what: 'gRPC', calls: ['google.golang.org/grpc.NewServer().Serve'], stop: 'go-grpc' }),
];

export const csharp: readonly Api[] = [
  serving({ what: 'HttpListener', calls: ['System.Net.HttpListener().Start', 'HttpListener().Start'] }),
  serving({
    what: 'This worker',
    work: 'jobs',
    calls: [
      '*.ListLeftPop',
      '*.ListLeftPopAsync',
      '*.ListRightPop',
      '*.ListRightPopAsync',
      '*.ReceiveMessageAsync',
      '*.BasicGet',
      '*.BasicGetAsync',
    ],
    beside: ['StackExchange.Redis', 'Amazon.SQS', 'RabbitMQ.Client'],
    when: ({ enclosure }, { path }, app) =>
      enclosure.inLoop && (app.files.get(path)?.traits.includes('main') ?? false),
    stop: 'csharp-loop',
  }),
];

export const rust: readonly Api[] = [
  serving({ what: 'axum', calls: ['axum.serve'], stop: 'rust-axum' }),
  serving({ what: 'axum', calls: ['axum.Server.bind().serve'], stop: 'rust-axum' }),
  serving({
    what: 'hyper',
    calls: ['hyper.Server.bind().serve', 'hyper.server.Server.bind().serve'],
    stop: 'rust-axum',
  }),
  serving({ what: 'warp', calls: ['warp.serve().run'] }),
  serving({ what: 'tonic', calls: ['tonic.transport.Server.builder().serve'], stop: 'rust-tonic' }),
];
