import type { FileSummary } from '../app';
import type { Purpose, Runner } from './runners';

type Row = readonly [modules: RegExp, name: string, serves: Purpose, drains: boolean | undefined];

/**
 * Libraries that take requests or jobs inside the app's own program, by the module that a file imports. Flask, Django
 * and their kind only answer a server of their own, which stands in the command.
 */
const LIBRARIES: readonly Row[] = [
  [/^express$/, 'Express', 'web', false],
  [/^fastify$/, 'Fastify', 'web', false],
  [/^koa$/, 'Koa', 'web', false],
  [/^(?:@hapi\/hapi|hapi)$/, 'hapi', 'web', false],
  [/^restify$/, 'restify', 'web', false],
  [/^polka$/, 'Polka', 'web', false],
  [/^@hono\/node-server$/, 'Hono', 'web', false],
  [/^@nestjs\/core$/, 'Nest', 'web', false],
  [/^(?:@apollo\/server|apollo-server)$/, 'Apollo Server', 'web', undefined],
  [/^(?:next|nuxt|@adonisjs\/core)$/, 'the framework’s server', 'web', true],
  [/^bullmq$/, 'BullMQ', 'worker', false],
  [/^(?:bull|bee-queue|agenda|pg-boss|graphile-worker|amqplib|kafkajs)$/, 'the queue', 'worker', undefined],
  // Most import it to ask others, so that a queue beside it says more.
  [/^(?:node:)?(?:http|https|http2)$/, 'Node’s HTTP server', 'web', false],

  [/^aiohttp(?:\.web)?$/, 'aiohttp', 'web', true],
  [/^sanic$/, 'Sanic', 'web', true],
  [/^(?:uvicorn|hypercorn)$/, 'Uvicorn', 'web', true],
  [/^tornado(?:\.|$)/, 'Tornado', 'web', false],
  [/^http\.server$/, 'Python’s HTTP server', 'web', false],
  [/^celery$/, 'Celery', 'worker', true],
  [/^(?:rq|dramatiq|arq)$/, 'the queue', 'worker', true],
  [/^(?:pika|confluent_kafka|kafka)(?:\.|$)/, 'the queue', 'worker', false],

  [/^(?:puma|rails)(?:\/|$)/, 'Puma', 'web', true],
  [/^sinatra(?:\/base)?$/, 'Sinatra', 'web', true],
  [/^webrick$/, 'WEBrick', 'web', false],

  [/^github\.com\/gin-gonic\/gin$/, 'Gin', 'web', false],
  [/^github\.com\/labstack\/echo/, 'Echo', 'web', false],
  [/^github\.com\/gofiber\/fiber/, 'Fiber', 'web', false],
  [/^google\.golang\.org\/grpc$/, 'gRPC', 'web', false],
  [/^net\/http$/, 'net/http', 'web', false],
  [/^github\.com\/hibiken\/asynq$/, 'Asynq', 'worker', true],
  [/^github\.com\/riverqueue\/river/, 'River', 'worker', undefined],

  [/^org\.springframework\.boot\./, 'Spring Boot', 'web', undefined],
  [/^io\.quarkus\./, 'Quarkus', 'web', undefined],
  [/^io\.micronaut\./, 'Micronaut', 'web', undefined],
  [/^io\.javalin\./, 'Javalin', 'web', undefined],
  [/^com\.sun\.net\.httpserver\./, 'the JDK’s HTTP server', 'web', false],

  [/^Microsoft\.AspNetCore\b/, 'ASP.NET Core', 'web', true],
  [/^Microsoft\.Extensions\.Hosting$/, '.NET Generic Host', 'worker', true],

  [/^actix_web(?:::|$)/, 'Actix Web', 'web', true],
  [/^rocket(?:::|$)/, 'Rocket', 'web', true],
  [/^axum(?:::|$)/, 'axum', 'web', false],
  [/^warp(?:::|$)/, 'warp', 'web', false],
  [/^tonic(?:::|$)/, 'tonic', 'web', false],
];

/** What takes requests or jobs in these files, each once, in the order of the table. */
export function librariesOf(files: readonly FileSummary[]): Runner[] {
  const imports = new Set(files.flatMap((file) => file.imports));
  const found: Runner[] = [];
  for (const [modules, name, serves, drains] of LIBRARIES) {
    if (found.some((one) => one.name === name)) continue;
    for (const one of imports) {
      if (!modules.test(one)) continue;
      found.push({ name, serves, drains });
      break;
    }
  }
  return found;
}
