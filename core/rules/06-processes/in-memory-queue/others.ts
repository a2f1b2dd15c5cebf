import type { CallFact } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Api } from '../../../rule';
import { declaredPackages } from '../../shared/declared';
import { everywhere, importsFrom, named, says, services, soften, when } from '../shared/apis';
import { replacing } from '../shared/repairs';
import { channel } from './fed';

const startsWith = (call: CallFact, start: string): boolean =>
  textOf(call.args[0]?.value)?.startsWith(start) === true;

export const ruby: readonly Api[] = [
  when('Sucker Punch', ['include'], ({ args }) =>
    args.some(({ value }) => value.kind === 'reference' && value.name === 'SuckerPunch.Job'),
  ),
  ...soften(
    'information',
    named('The schedule of Rufus', 'Rufus.Scheduler.new', 'Rufus.Scheduler.singleton'),
  ),
  {
    calls: ['Thread.new'],
    breach: (call, { path }) =>
      /(?:^|\/)app\/controllers\//.test(path) ? says('The work of this thread', call.range) : undefined,
  },
];

export const php: readonly Api[] = [
  {
    calls: ['env'],
    global: true,
    breach: ({ args }, { path }) => {
      const fallback = args[1]?.value;
      if (!/^QUEUE_(?:CONNECTION|DRIVER)$/.test(textOf(args[0]?.value) ?? '') || !fallback) return undefined;
      if (textOf(fallback) !== 'sync' || !/(?:^|\/)config\/queue\.php$/i.test(path)) return undefined;
      const breach = says('Laravel’s sync queue', fallback.range, 'information');
      return replacing(breach, 'Queue in Redis', fallback.range, "'redis'");
    },
  },
  named(
    'Messenger’s in-memory transport',
    'Symfony.Component.Messenger.Transport.InMemoryTransport',
    'Symfony.Component.Messenger.Transport.InMemory.InMemoryTransport',
  ),
];

export const java: readonly Api[] = [
  named('Quartz’s RAMJobStore', 'org.quartz.simpl.RAMJobStore'),
  when(
    'The broker in the process',
    ['org.apache.activemq.ActiveMQConnectionFactory', 'org.apache.activemq.spring.ActiveMQConnectionFactory'],
    (call) => startsWith(call, 'vm://'),
  ),
  ...soften(
    'information',
    {
      calls: [
        '@org.springframework.scheduling.annotation.Scheduled',
        '@io.quarkus.scheduler.Scheduled',
        '@io.micronaut.scheduling.annotation.Scheduled',
      ],
      // A lock in a backing service lets one of all processes run it.
      breach: (call, file) =>
        importsFrom(file, 'net.javacrumbs.shedlock') || importsFrom(file, 'io.github.resilience4j')
          ? undefined
          : says('The schedule of @Scheduled', call.range),
    },
    named('The work of SimpleAsyncTaskExecutor', 'org.springframework.core.task.SimpleAsyncTaskExecutor'),
  ),
];

export const go: readonly Api[] = soften(
  'information',
  channel,
  named('The schedule of cron', 'github.com/robfig/cron.New', 'gopkg.in/robfig/cron.New'),
  named(
    'The schedule of gocron',
    'github.com/go-co-op/gocron.NewScheduler',
    'github.com/jasonlvhit/gocron.NewScheduler',
  ),
);

const lambdas = (method: string): string[] =>
  [
    '?',
    'config',
    'configuration',
    'options',
    'x',
    'q',
    'GlobalConfiguration.Configuration',
    'Hangfire.GlobalConfiguration.Configuration',
  ].map((base) => `${base}.${method}`);

/** Packages that carry SignalR's messages from process to process. */
const BACKPLANE =
  /SignalR\.(?:StackExchangeRedis|Redis|Orleans|SqlServer|Nats)|^Microsoft\.Azure\.SignalR|^Orleans\.SignalR/i;

export const csharp: readonly Api[] = everywhere(
  named(
    'Hangfire’s memory storage',
    ...lambdas('UseMemoryStorage'),
    ...lambdas('UseInMemoryStorage'),
    'Hangfire.MemoryStorage.MemoryStorage',
  ),
  named('MassTransit’s in-memory bus', ...lambdas('UsingInMemory')),
  ...soften(
    'information',
    named('Quartz’s in-memory store', ...lambdas('UseInMemoryStore')),
    named('The schedule of Quartz', ...services('AddQuartzInMemory')),
    named('The schedule of Coravel', ...services('AddScheduler')),
  ),
  {
    // With several processes each knows its own connections only; one may be all there is.
    calls: services('AddSignalR'),
    breach: (call, _file, app) => {
      const declared = declaredPackages(app, 'nuget');
      return declared && ![...declared].some((name) => BACKPLANE.test(name))
        ? says('SignalR without a backplane', call.range, 'hint')
        : undefined;
    },
  },
  ...soften(
    'hint',
    named(
      'The queue of this channel',
      'System.Threading.Channels.Channel.CreateUnbounded',
      'System.Threading.Channels.Channel.CreateBounded',
    ),
  ),
);

export const rust: readonly Api[] = [
  named('apalis’ MemoryStorage', 'apalis.memory.MemoryStorage.new', 'apalis_core.memory.MemoryStorage.new'),
  ...soften(
    'information',
    named('The schedule of tokio-cron-scheduler', 'tokio_cron_scheduler.JobScheduler.new'),
    named('The schedule of clokwerk', 'clokwerk.Scheduler.new', 'clokwerk.AsyncScheduler.new'),
  ),
];
