import { startedBy } from '../../../entry/started';
import type { CallFact } from '../../../facts/fact';
import { property } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api, FileView, Related, Severity } from '../../../rule';

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
      const related: Related[] = [
        { path: entry.path, range: entry.range, message: 'The web process starts here.' },
      ];
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

const javascript: readonly Api[] = [
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

const python: readonly Api[] = [
  inRequest('This thread', 'threading.Thread().start'),
  inRequest('This process', 'multiprocessing.Process().start'),
  inWeb({ what: 'This consumer', calls: ['*.start_consuming'], beside: ['pika'] }),
];

const ruby: readonly Api[] = [
  inWeb({
    what: 'This thread',
    calls: ['Thread.new'],
    when: (_call, { path }) =>
      /(?:^|\/)config\/(?:initializers\/[\w.-]+|application|environment)\.rb$|\.ru$/.test(path),
  }),
];

const php: readonly Api[] = [
  {
    calls: ['*.afterResponse'],
    beside: ['dispatch'],
    breach: (call) => ({ range: call.calleeRange, words: { what: 'This job' }, severity: 'hint' }),
  },
];

const java: readonly Api[] = [
  inRequest('This thread', 'Thread().start', 'java.lang.Thread().start'),
  inRequest('This task', 'java.util.concurrent.CompletableFuture.runAsync'),
];

const csharp: readonly Api[] = [
  inRequest('This thread', 'Thread().Start', 'System.Threading.Thread().Start'),
  inRequest('This task', 'ThreadPool.QueueUserWorkItem', 'System.Threading.ThreadPool.QueueUserWorkItem'),
];

export const calls: Partial<Record<Family, readonly Api[]>> = { javascript, python, ruby, php, java, csharp };
