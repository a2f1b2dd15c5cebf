import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, property, textOf } from '../../../facts/values';
import type { Api, Breach } from '../../../rule';
import { importsFrom, says } from '../../06-processes/shared/apis';
import { replacing } from '../../06-processes/shared/repairs';
import type { Form } from './after-work';
import { sqs, TRIVIAL } from './sqs';

const isTrue = (value: Value | undefined): boolean => value?.kind === 'boolean' && value.value;

/** A consumer, with what is needed to let it acknowledge after its work. */
function consumer(call: CallFact, flag: Value, form: Form): Breach {
  const isInPlace = call.range.start <= flag.range.start && flag.range.end <= call.range.end;
  const repair = { form, from: call.calleeRange.end, end: call.range.end, start: call.range.start };
  return { ...says('This consumer', flag.range), ...(isInPlace ? { repair } : {}) };
}

/** A consumer that is told to acknowledge by an argument at a place of its own. */
function positional(calls: readonly string[], at: number, form: Form, keyword?: string, length = 0): Api {
  return {
    calls,
    breach: (call) => {
      const value = argumentAt(call.args, at, keyword);
      return value && call.args.length >= length && isTrue(value) ? consumer(call, value, form) : undefined;
    },
  };
}

const channels = (method: string): string[] => [`*.${method}`];

/** A job that is popped is nowhere but in the memory of who popped it. */
const popped = (...methods: readonly string[]): Api => ({
  calls: methods.map((name) => `*.${name}`),
  beside: ['edis', 'alkey'],
  // That it has no graceful stop is told at the name alone.
  breach: ({ enclosure, range, args }) =>
    enclosure.inLoop && args.length > 0 ? says('This worker', range, 'information') : undefined,
});

export const javascript: readonly Api[] = [
  popped('blpop', 'brpop', 'blPop', 'brPop'),
  {
    calls: [...channels('consume'), ...channels('get')],
    beside: ['noAck'],
    breach: (call) => {
      const value = call.args.map((one) => property(one.value, 'noAck')).find((one) => one !== undefined);
      return value && isTrue(value) ? consumer(call, value, 'javascript') : undefined;
    },
  },
  {
    // Nest's own default takes what is delivered for done.
    calls: ['*.createMicroservice', '*.connectMicroservice'],
    beside: ['Transport.RMQ'],
    breach: ({ args, range }) => {
      const given = args.map(({ value }) => value).find((one) => property(one, 'transport'));
      const options = property(given, 'options');
      const transport = property(given, 'transport');
      if (transport?.kind !== 'reference' || !transport.name.endsWith('Transport.RMQ')) return undefined;
      const flag = property(options, 'noAck');
      if (flag) return isTrue(flag) ? says('This consumer', flag.range) : undefined;
      return options?.kind === 'object' && !options.open ? says('Nest’s consumer', range, 'hint') : undefined;
    },
  },
  {
    // Pub/Sub: `subscription.on('message', (message) => { message.ack(); work(message); })`.
    calls: ['*.on'],
    beside: ['@google-cloud/pubsub'],
    bodies: true,
    breach: ({ args, calleeRange }) => {
      const [event, handler] = args.map(({ value }) => value);
      if (textOf(event) !== 'message' || handler?.kind !== 'function') return undefined;
      const calls = handler.calls.filter((one) => !TRIVIAL.test(one));
      return /\.ack$/.test(calls[0] ?? '') && calls.length > 1
        ? says('This consumer', calleeRange)
        : undefined;
    },
  },
  ...sqs(
    'deleteMessage',
    'receiveMessage',
    '@aws-sdk/client-sqs.DeleteMessageCommand',
    'ReceiveMessageCommand',
  ),
];

export const python: readonly Api[] = [
  popped('blpop', 'brpop'),
  {
    calls: [...channels('basic_consume'), ...channels('basic_get'), ...channels('consume'), 'kombu.Consumer'],
    beside: ['auto_ack', 'no_ack'],
    breach: (call) => {
      const value = argumentAt(call.args, 99, 'auto_ack') ?? argumentAt(call.args, 99, 'no_ack');
      return value && isTrue(value) ? consumer(call, value, 'python') : undefined;
    },
  },
  ...sqs('delete_message', 'receive_message'),
];

export const ruby: readonly Api[] = [
  popped('blpop', 'brpop'),
  {
    calls: ['*.subscribe'],
    beside: ['bunny'],
    breach: (call, file) => {
      if (!importsFrom(file, 'bunny')) return undefined;
      const { args, range } = call;
      const manual =
        argumentAt(args, 99, 'manual_ack') ??
        property(args[0]?.value, 'manual_ack') ??
        argumentAt(args, 99, 'ack');
      return manual && !(manual.kind === 'boolean' && !manual.value)
        ? undefined
        : {
            ...says('This consumer', range),
            repair: { form: 'ruby', from: call.calleeRange.end, start: range.start, end: range.end },
          };
    },
  },
  {
    calls: ['from_queue'],
    beside: ['Sneakers'],
    breach: ({ args }) => {
      const ack = argumentAt(args, 99, 'ack');
      return ack?.kind === 'boolean' && !ack.value
        ? replacing(says('This worker', ack.range), 'Acknowledge after the work', ack.range, 'true')
        : undefined;
    },
  },
  ...sqs('delete_message', 'receive_message'),
];

export const php: readonly Api[] = [
  popped('blpop', 'brpop', 'blPop', 'brPop'),
  positional(channels('basic_consume'), 3, 'php', 'no_ack'),
  positional(channels('basic_get'), 1, 'none', 'no_ack'),
  {
    calls: [...channels('consume'), ...channels('get')],
    beside: ['AMQP_AUTOACK'],
    breach: ({ args }) => {
      const flag = args.find(({ value }) => value.kind === 'reference' && /\bAMQP_AUTOACK$/.test(value.name));
      return flag && says('This consumer', flag.value.range);
    },
  },
  ...sqs('deleteMessage', 'receiveMessage'),
];

export const java: readonly Api[] = [
  popped('blpop', 'brpop'),
  positional(channels('basicConsume'), 1, 'java', undefined, 3),
  {
    calls: channels('setAcknowledgeMode'),
    beside: ['AcknowledgeMode.NONE'],
    breach: ({ args }) => {
      const mode = args[0]?.value;
      return mode?.kind === 'reference' && mode.name.endsWith('AcknowledgeMode.NONE')
        ? says('Each listener', mode.range)
        : undefined;
    },
  },
  {
    // JMS takes a message for done when the listener returns; with DUPS_OK at any time.
    calls: [...channels('createSession'), ...channels('createContext')],
    beside: ['DUPS_OK_ACKNOWLEDGE'],
    breach: ({ args }) => {
      const mode = args.find(
        ({ value }) => value.kind === 'reference' && /\.DUPS_OK_ACKNOWLEDGE$/.test(value.name),
      );
      return mode && says('This session', mode.value.range, 'information');
    },
  },
  ...sqs('deleteMessage', 'receiveMessage'),
];

export const go: readonly Api[] = [
  popped('BLPop', 'BRPop'),
  {
    calls: [...channels('Consume'), ...channels('ConsumeWithContext')],
    beside: ['amqp'],
    breach: (call) => {
      const value = call.args[call.callee.endsWith('WithContext') ? 3 : 2]?.value;
      return value && call.args.length >= 7 && isTrue(value) ? consumer(call, value, 'go') : undefined;
    },
  },
  {
    calls: ['github.com/nats-io/nats.go.AckNone', 'github.com/nats-io/nats.AckNone'],
    breach: (call) => says('This consumer', call.range),
  },
  ...sqs('DeleteMessage', 'ReceiveMessage'),
];

export const csharp: readonly Api[] = [
  positional([...channels('BasicConsume'), ...channels('BasicConsumeAsync')], 1, 'csharp', 'autoAck', 2),
  ...sqs('DeleteMessageAsync', 'ReceiveMessageAsync'),
];
