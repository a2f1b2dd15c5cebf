import { property } from '../../../facts/values';
import type { Api } from '../../../rule';
import { binds, first, firstOrOption, listens, option, portBreach } from '../shared/ports';

const modules = ['http', 'https', 'http2', 'net', 'tls', 'spdy'];
const makers = ['createServer', 'createSecureServer', 'Server'];
const servers = modules.flatMap((module) => makers.map((maker) => `${module}.${maker}().listen`));
const frameworks = [
  'express().listen',
  'koa().listen',
  'fastify().listen',
  'fastify.fastify().listen',
  'polka().listen',
  'connect().listen',
  'restify.createServer().listen',
  '@nestjs/core.NestFactory.create().listen',
];

/** A server that another file made: only names that say so count. */
const SERVER_NAME = /(?:^|[.?#])(?:\w*[sS]erver|app|http|https|io)\.listen$/;

const javascript: readonly Api[] = [
  listens([...frameworks, ...servers], firstOrOption),
  listens(['apollo-server.ApolloServer().listen', 'graphql-yoga.GraphQLServer().start'], firstOrOption),
  listens(
    ['@hapi/hapi.server', '@hapi/hapi.Server', 'ws.WebSocketServer', 'ws.Server', '@hono/node-server.serve'],
    option,
  ),
  listens(['socket.io.Server', 'socket.io().listen'], firstOrOption),
  listens(['@apollo/server/standalone.startStandaloneServer'], (call) =>
    property(call.args[1]?.value, 'listen', 'port'),
  ),
  binds(['@grpc/grpc-js.Server().bindAsync', 'grpc.Server().bindAsync', 'grpc.Server().bind'], first),
  listens(['Bun.serve', 'Deno.serve'], option, true),
  {
    calls: ['?.listen'],
    global: true,
    breach: (call) => (SERVER_NAME.test(call.callee) ? portBreach(firstOrOption(call)) : undefined),
  },
];

export default javascript;
