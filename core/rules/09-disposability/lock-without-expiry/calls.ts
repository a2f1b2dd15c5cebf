import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api, Breach } from '../../../rule';
import { says } from '../../06-processes/shared/apis';

/** Other uses of “set if not there” need no end: counters, marks of what was seen. */
const LOCK = /lock|mutex|semaphore|lease|leader/i;

function namesLock({ args, enclosure }: CallFact, key: Value | undefined = args[0]?.value): boolean {
  const name = key?.kind === 'reference' ? key.name : key?.kind === 'call' ? key.callee : textOf(key);
  return LOCK.test(name ?? '') || LOCK.test(enclosure.fn ?? '');
}

/** “Set if not there” without an expiry in the same command. */
function taking(
  calls: readonly string[],
  beside: readonly string[],
  isForever: (call: CallFact) => boolean,
  key = 0,
): Api {
  return {
    calls,
    beside,
    breach: (call): Breach | undefined =>
      namesLock(call, call.args[key]?.value) && isForever(call) ? says('This lock', call.range) : undefined,
  };
}

const EXPIRY = /^(?:EX|PX|EXAT|PXAT|KEEPTTL)$/i;
const hasWord = ({ args }: CallFact, word: RegExp): boolean =>
  args.some(
    ({ value }) =>
      word.test(textOf(value) ?? '') ||
      (value.kind === 'array' && value.items.some((one) => word.test(textOf(one) ?? ''))),
  );
const hasKey = ({ args }: CallFact, keys: RegExp): boolean =>
  args.some(
    ({ name, value }) =>
      keys.test(name ?? '') ||
      (value.kind === 'object' && (value.open || value.entries.some(({ key }) => keys.test(key)))),
  );
const hasOption = (call: CallFact): boolean =>
  hasKey(call, /^(?:NX|onlyIfNotExists)$/i) || hasWord(call, /^NX$/i);
const ends = (call: CallFact): boolean =>
  hasKey(call, /^(?:EX|PX|EXAT|PXAT|expiration|expire)$/i) || hasWord(call, EXPIRY);

const set = (...beside: string[]): Api => taking(['*.set'], beside, (call) => hasOption(call) && !ends(call));
const plain = (...methods: string[]): Api =>
  taking(
    methods.map((one) => `*.${one}`),
    ['edis', 'jedis', 'Jedis', 'alkey'],
    (call) => call.args.length >= 2,
  );

const javascript: readonly Api[] = [set("'NX'", '"NX"', "'nx'", 'NX:'), plain('setnx', 'setNX')];

const python: readonly Api[] = [
  set('nx=True'),
  plain('setnx'),
  {
    calls: [
      'redis.Redis().lock',
      'redis.StrictRedis().lock',
      'redis.from_url().lock',
      'redis.Redis.from_url().lock',
      'redis.asyncio.Redis().lock',
      'redis.lock.Lock',
    ],
    breach: ({ args, range, callee }) =>
      argumentAt(args, callee === 'redis.lock.Lock' ? 2 : 1, 'timeout')
        ? undefined
        : says('This lock', range),
  },
  {
    calls: ['django.core.cache.cache.add'],
    breach: (call) => {
      const timeout = argumentAt(call.args, 2, 'timeout');
      return timeout?.kind === 'null' && namesLock(call) ? says('This lock', call.range) : undefined;
    },
  },
];

const ruby: readonly Api[] = [set('nx: true', ':nx'), plain('setnx')];

const php: readonly Api[] = [
  set("'NX'", "'nx'", '"nx"', '"NX"'),
  plain('setnx', 'setNx'),
  {
    calls: ['Illuminate.Support.Facades.Cache.lock', 'Cache.lock'],
    breach: ({ args, range }) => {
      const seconds = args[1]?.value;
      const isForever = args.length === 1 || (seconds?.kind === 'number' && seconds.value === 0);
      return isForever ? says('This lock', range) : undefined;
    },
  },
];

const java: readonly Api[] = [
  plain('setnx', 'setNX'),
  taking(['*.setIfAbsent'], ['edis'], ({ args }) => args.length === 2),
];

const go: readonly Api[] = [
  taking(
    ['*.SetNX'],
    ['edis'],
    ({ args }) => args[3]?.value.kind === 'number' && args[3].value.value === 0,
    1,
  ),
];

const csharp: readonly Api[] = [
  taking(['*.StringSet', '*.StringSetAsync'], ['NotExists'], (call) => {
    const isTaking = call.args.some(
      ({ value }) => value.kind === 'reference' && value.name.endsWith('When.NotExists'),
    );
    const expiry = argumentAt(call.args, 2, 'expiry');
    const isWhen = expiry?.kind === 'reference' && expiry.name.endsWith('When.NotExists');
    return isTaking && (expiry === undefined || expiry.kind === 'null' || isWhen);
  }),
];

const rust: readonly Api[] = [plain('set_nx')];

export const calls: Partial<Record<Family, readonly Api[]>> = {
  javascript,
  python,
  ruby,
  php,
  java,
  go,
  csharp,
  rust,
};
