import type { Sample } from '../sample';

const node = (name: string, dependency: string, text: string, type = 'web'): Sample => ({
  name,
  needs: ['npm'],
  path: 'server.mjs',
  files: {
    Procfile: `${type}: node server.mjs\n`,
    'package.json': JSON.stringify({
      private: true,
      dependencies: Object.fromEntries(dependency.split(' ').map((one) => [one, '*'])),
    }),
    'server.mjs': text,
  },
  prepare: [['npm', 'install', '--silent', '--no-audit', '--no-fund']],
  run: ['node', 'server.mjs'],
});

export const javascript: readonly Sample[] = [
  node(
    'Express',
    'express',
    `import express from 'express';

const app = express();
app.get('/', (request, response) => {
  console.log('busy');
  setTimeout(() => response.send('done'), 300);
});
app.listen(process.env.PORT, () => console.log('ready'));
`,
  ),
  node(
    'Koa',
    'koa',
    `import Koa from 'koa';

const app = new Koa();
app.use(async (context) => {
  console.log('busy');
  await new Promise((resolve) => setTimeout(resolve, 300));
  context.body = 'done';
});
app.listen(process.env.PORT, () => console.log('ready'));
`,
  ),
  node(
    'hapi',
    '@hapi/hapi',
    `import Hapi from '@hapi/hapi';

const server = Hapi.server({ port: process.env.PORT });
server.route({
  method: 'GET',
  path: '/',
  handler: async () => {
    console.log('busy');
    await new Promise((resolve) => setTimeout(resolve, 300));
    return 'done';
  },
});
server.events.on('start', () => console.log('ready'));
await server.start();
`,
  ),
  node(
    'Fastify',
    'fastify',
    `import Fastify from 'fastify';

const fastify = Fastify();
fastify.get('/', async () => {
  console.log('busy');
  await new Promise((resolve) => setTimeout(resolve, 300));
  return 'done';
});
fastify.addHook('onListen', async () => console.log('ready'));
await fastify.listen({ port: Number(process.env.PORT), host: '0.0.0.0' });
`,
  ),
  {
    ...node(
      'BullMQ',
      'bullmq ioredis',
      `import { Queue, Worker } from 'bullmq';
import Redis from 'ioredis';

const connection = new Redis(Number(process.env.REDIS_PORT), { maxRetriesPerRequest: null });
await new Queue('mails', { connection }).add('mail', {});

const worker = new Worker(
  'mails',
  async () => {
    console.log('busy');
    await new Promise((resolve) => setTimeout(resolve, 300));
    console.log('done');
  },
  { connection },
);
`,
      'worker',
    ),
    needs: ['npm', 'redis-server'],
    service: 'redis',
    isWorker: true,
  },
];
