import { property } from '../../../facts/values';
import type { Api } from '../../../rule';
import type { Finder } from '../shared/ports';
import { byDefault, host } from './hosts';

/** `listen(port, host)`, `listen({ host })`; the callback is no host. */
const listenHost: Finder = (call) => property(call.args[0]?.value, 'host') ?? call.args[1]?.value;
const option =
  (name: string): Finder =>
  (call) =>
    property(call.args[0]?.value, name) ?? property(call.args[1]?.value, name);

const servers = ['http', 'https', 'http2', 'net'].map((module) => `${module}.createServer().listen`);

export const javascript: readonly Api[] = [
  host(
    [
      'express().listen',
      'koa().listen',
      'fastify().listen',
      'fastify.fastify().listen',
      'polka().listen',
      'connect().listen',
      ...servers,
    ],
    listenHost,
  ),
  host(['@nestjs/core.NestFactory.create().listen', 'restify.createServer().listen'], listenHost),
  host(['@hapi/hapi.server', '@hapi/hapi.Server', 'ws.WebSocketServer', 'ws.Server'], option('host')),
  host(['Bun.serve', 'Deno.serve'], option('hostname'), true),
  host(['@hono/node-server.serve'], option('hostname')),
  // Fastify alone of the web frameworks listens on localhost unless it is told a host.
  byDefault(['fastify().listen', 'fastify.fastify().listen'], 'information', ({ args }) => {
    const options = args[0]?.value;
    if (options?.kind !== 'object' || options.open) return true;
    return ['host', 'path'].some((key) => property(options, key) !== undefined);
  }),
];
