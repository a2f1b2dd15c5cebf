import type { Value } from '../../../facts/fact';
import { argumentAt, property } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api } from '../../../rule';
import { importsFrom, says } from '../../06-processes/shared/apis';

const isTrue = (value: Value | undefined): boolean => value?.kind === 'boolean' && value.value;

/** A consumer that is told to acknowledge by an argument at a place of its own. */
function positional(what: string, calls: readonly string[], at: number, keyword?: string, length = 0): Api {
  return {
    calls,
    breach: ({ args }) => {
      const value = argumentAt(args, at, keyword);
      return value && args.length >= length && isTrue(value) ? says(what, value.range) : undefined;
    },
  };
}

const channels = (method: string): string[] => [`*.${method}`];

const javascript: readonly Api[] = [
  {
    calls: [...channels('consume'), ...channels('get')],
    beside: ['noAck'],
    breach: ({ args }) => {
      const value = args.map((one) => property(one.value, 'noAck')).find((one) => one !== undefined);
      return value && isTrue(value) ? says('This consumer', value.range) : undefined;
    },
  },
];

const python: readonly Api[] = [
  {
    calls: [...channels('basic_consume'), ...channels('basic_get'), ...channels('consume'), 'kombu.Consumer'],
    beside: ['auto_ack', 'no_ack'],
    breach: ({ args }) => {
      const value = argumentAt(args, 99, 'auto_ack') ?? argumentAt(args, 99, 'no_ack');
      return value && isTrue(value) ? says('This consumer', value.range) : undefined;
    },
  },
];

const ruby: readonly Api[] = [
  {
    calls: ['*.subscribe'],
    beside: ['bunny'],
    breach: ({ args, range }, file) => {
      if (!importsFrom(file, 'bunny')) return undefined;
      const manual =
        argumentAt(args, 99, 'manual_ack') ??
        property(args[0]?.value, 'manual_ack') ??
        argumentAt(args, 99, 'ack');
      return manual && !(manual.kind === 'boolean' && !manual.value)
        ? undefined
        : says('This consumer', range);
    },
  },
];

const php: readonly Api[] = [
  positional('This consumer', channels('basic_consume'), 3, 'no_ack'),
  positional('This consumer', channels('basic_get'), 1, 'no_ack'),
];

const java: readonly Api[] = [positional('This consumer', channels('basicConsume'), 1, undefined, 3)];

const go: readonly Api[] = [
  {
    calls: [...channels('Consume'), ...channels('ConsumeWithContext')],
    beside: ['amqp'],
    breach: ({ callee, args }) => {
      const value = args[callee.endsWith('WithContext') ? 3 : 2]?.value;
      return value && args.length >= 7 && isTrue(value) ? says('This consumer', value.range) : undefined;
    },
  },
];

const csharp: readonly Api[] = [
  positional(
    'This consumer',
    [...channels('BasicConsume'), ...channels('BasicConsumeAsync')],
    1,
    'autoAck',
    2,
  ),
];

export const calls: Partial<Record<Family, readonly Api[]>> = {
  javascript,
  python,
  ruby,
  php,
  java,
  go,
  csharp,
};
