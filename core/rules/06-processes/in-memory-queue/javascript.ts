import type { CallFact } from '../../../facts/fact';
import { property } from '../../../facts/values';
import type { Api } from '../../../rule';
import { bodied, named, says, soften, when } from '../shared/apis';

const isWithoutStore = ({ args }: CallFact): boolean => {
  const options = args[0]?.value;
  return !options || (options.kind === 'object' && !options.open && !property(options, 'store'));
};

const ADAPTER =
  /^(?:@socket\.io\/[\w-]*(?:adapter|emitter|cluster)[\w-]*|socket\.io-(?:redis|adapter[\w-]*)|@socket\.io\/sticky)$/;

export const javascript: readonly Api[] = [
  named(
    'graphql-subscriptions’ PubSub',
    'graphql-subscriptions.PubSub',
    'apollo-server.PubSub',
    'apollo-server-express.PubSub',
  ),
  {
    // Several processes answer, and each only knows its own visitors.
    calls: ['socket.io.Server', 'socket.io'],
    breach: (call, file, app) => {
      const here = file.imports.map(({ module }) => module);
      const known = [...app.files.values()].flatMap(({ imports }) => imports);
      const isAdapted = [...here, ...known].some((module) => ADAPTER.test(module));
      return here.some((module) => /^(?:node:)?cluster$/.test(module)) && !isAdapted
        ? says('Socket.IO without an adapter', call.range, 'information')
        : undefined;
    },
  },
  ...soften(
    'information',
    named('The schedule of node-cron', 'node-cron.schedule'),
    named('The schedule of node-schedule', 'node-schedule.scheduleJob'),
    when('The schedule of cron', ['cron.CronJob'], ({ construct }) => construct),
    named('The schedule of cron', 'cron.CronJob.from', 'cron.job'),
    ...bodied(
      // With nothing to do, or nothing to call, it only reads a pattern.
      when('The schedule of croner', ['croner', 'croner.Cron'], ({ construct, args }) => {
        const work = args
          .map(({ value }) => value)
          .filter(({ kind }) => kind !== 'object' && kind !== 'string');
        return construct && args.length > 1 && !work.some((one) => one.kind === 'function' && one.isEmpty);
      }),
    ),
    named('The schedule of toad-scheduler', 'toad-scheduler.ToadScheduler'),
    {
      calls: ['@nestjs/schedule.Cron', '@nestjs/schedule.Interval'],
      breach: ({ range }) => ({ ...says('The schedule of Nest', range), once: 'Nest' }),
    },
    when(
      'The queue of better-queue',
      ['better-queue'],
      ({ construct, args }) => construct && !property(args[1]?.value ?? args[0]?.value, 'store'),
    ),
    when(
      'The counter of express-rate-limit',
      ['express-rate-limit', 'express-rate-limit.rateLimit'],
      isWithoutStore,
    ),
  ),
  // Often only what steps in where the backing service does not answer.
  ...soften(
    'hint',
    named('The counter of rate-limiter-flexible', 'rate-limiter-flexible.RateLimiterMemory'),
    named('The queue of fastq', 'fastq', 'fastq.promise'),
    when('The queue of p-queue', ['p-queue', 'p-queue.default'], ({ construct }) => construct),
    named('The queue of async', 'async.queue', 'async.priorityQueue', 'async.cargo'),
  ),
];
