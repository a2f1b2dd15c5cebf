import { startedBy } from '../../../entry/started';
import type { CallFact } from '../../../facts/fact';
import { property } from '../../../facts/values';
import type { Api, FileView, Severity } from '../../../rule';
import { services } from '../../06-processes/shared/apis';
import { placesOf } from '../../shared/started-from';

interface Work {
  readonly what: string;
  readonly calls: readonly string[];
  readonly beside?: readonly string[];
  readonly severity?: Severity;
  readonly when?: (call: CallFact, file: FileView) => boolean;
}

/** Work that begins in a file which the web process loads. */
function inWeb({ what, calls, beside, severity, when }: Work): Api {
  return {
    calls,
    ...(beside ? { beside } : {}),
    breach: (call, file, app) => {
      if (when && !when(call, file)) return undefined;
      const [entry] = startedBy(file.path, app, ['web']).entries;
      if (!entry || !app.complete) return undefined;
      const related = placesOf([entry], file.path);
      return { range: call.calleeRange, words: { what }, related, ...(severity ? { severity } : {}) };
    },
  };
}

/** Work that a request sets off and does not wait for. */
function inRequest(what: string, ...calls: readonly string[]): Api {
  return {
    calls,
    breach: (call) => (call.enclosure.handler ? { range: call.calleeRange, words: { what } } : undefined),
  };
}

/** Light work is often set off like this too; it is told only where nobody waits for it. */
function leftAlone(what: string, ...calls: readonly string[]): Api {
  return {
    calls,
    breach: ({ enclosure, alone, calleeRange }) =>
      enclosure.handler && alone
        ? { range: calleeRange, words: { what }, severity: 'hint', once: what }
        : undefined,
  };
}

export const javascript: readonly Api[] = [
  inWeb({ what: 'This BullMQ worker', calls: ['bullmq.Worker'], when: ({ construct }) => construct }),
  inWeb({
    what: 'The work of this queue',
    calls: ['bull().process', 'bee-queue().process', 'kue.createQueue().process'],
  }),
  inWeb({ what: 'This consumer', calls: ['*.consume'], beside: ['amqplib', 'amqp-connection-manager'] }),
  inWeb({
    what: 'This consumer',
    calls: ['*.run'],
    beside: ['kafkajs'],
    when: ({ args }) =>
      ['eachMessage', 'eachBatch'].some((key) => property(args[0]?.value, key) !== undefined),
  }),
  inWeb({ what: 'Agenda', calls: ['agenda().start', 'agenda.Agenda().start'] }),
  inWeb({ what: 'pg-boss', calls: ['pg-boss().work'] }),
];

export const python: readonly Api[] = [
  inRequest('This thread', 'threading.Thread().start'),
  inRequest('This process', 'multiprocessing.Process().start'),
  inWeb({ what: 'This consumer', calls: ['*.start_consuming'], beside: ['pika'] }),
  leftAlone('This task', 'asyncio.create_task', 'asyncio.ensure_future'),
  {
    // FastAPI and Starlette run it in the same process once the answer is out.
    calls: ['*.add_task'],
    beside: ['BackgroundTasks'],
    breach: ({ enclosure, calleeRange }) =>
      enclosure.handler
        ? { range: calleeRange, words: { what: 'This task' }, severity: 'hint', once: 'background' }
        : undefined,
  },
];

export const ruby: readonly Api[] = [
  inWeb({
    what: 'This thread',
    calls: ['Thread.new'],
    when: (_call, { path }) =>
      /(?:^|\/)config\/(?:initializers\/[\w.-]+|application|environment)\.rb$|\.ru$/.test(path),
  }),
];

export const php: readonly Api[] = [
  {
    calls: ['*.afterResponse'],
    beside: ['dispatch'],
    breach: (call) => ({ range: call.calleeRange, words: { what: 'This job' }, severity: 'hint' }),
  },
];

export const java: readonly Api[] = [
  inRequest('This thread', 'Thread().start', 'java.lang.Thread().start'),
  inRequest('This task', 'java.util.concurrent.CompletableFuture.runAsync'),
  ...[
    'newFixedThreadPool',
    'newCachedThreadPool',
    'newSingleThreadExecutor',
    'newVirtualThreadPerTaskExecutor',
  ].map((made) => inRequest('This task', `java.util.concurrent.Executors.${made}().execute`)),
];

export const go: readonly Api[] = [
  {
    calls: ['go'],
    global: true,
    bodies: true,
    beside: ['http.ResponseWriter', 'gin.Context', 'echo.Context', 'fiber.Ctx', 'iris.Context'],
    breach: ({ enclosure, args, calleeRange, range }) => {
      const started = args[0]?.value;
      // What tells a channel or a group that it is done is waited for.
      const isAwaited =
        started?.kind === 'function' && started.calls.some((name) => /(?:Done|<-|close)$/.test(name));
      // What reads and writes a connection lives as long as that does.
      const isConnection =
        started?.kind === 'reference' &&
        /(?:read|writ|pump|listen|stream|copy|proxy|serve)\w*$/i.test(started.name);
      return enclosure.handler && !isAwaited && !isConnection && enclosure.handler.start < range.start
        ? { range: calleeRange, words: { what: 'This goroutine' }, severity: 'hint', once: 'goroutine' }
        : undefined;
    },
  },
];

export const rust: readonly Api[] = [
  leftAlone('This task', 'tokio.spawn', 'tokio.task.spawn', 'actix_web.rt.spawn', 'actix_rt.spawn'),
  leftAlone('This thread', 'std.thread.spawn'),
];

export const csharp: readonly Api[] = [
  inRequest('This thread', 'Thread().Start', 'System.Threading.Thread().Start'),
  inRequest('This task', 'ThreadPool.QueueUserWorkItem', 'System.Threading.ThreadPool.QueueUserWorkItem'),
  {
    // Many are no more than a timer; a program without a web server is a worker itself.
    calls: services('AddHostedService'),
    beside: ['WebApplication', 'UseStartup', 'ConfigureServices'],
    breach: ({ calleeRange }, { class: of }, app) =>
      of === 'app' && app.manifests.some(({ traits }) => traits.has('server'))
        ? { range: calleeRange, words: { what: 'This hosted service' }, severity: 'hint', once: 'hosted' }
        : undefined,
  },
  leftAlone('This task', 'Task.Run', 'System.Threading.Tasks.Task.Run', 'Task.Factory.StartNew'),
];
