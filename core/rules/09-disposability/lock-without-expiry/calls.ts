import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api, Breach } from '../../../rule';
import { says } from '../../06-processes/shared/apis';
import { replacing } from '../../06-processes/shared/repairs';

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
  write?: Ending,
  key = 0,
): Api {
  return {
    calls,
    beside,
    around: true,
    breach: (call): Breach | undefined =>
      // Redis' own older way keeps the time of the end in the value, and looks at it with GETSET.
      !call.around?.some((name) => /\.get_?set$/i.test(name)) &&
      namesLock(call, call.args[key]?.value) &&
      isForever(call)
        ? ending(call, write)
        : undefined,
  };
}

/** How a language gives a lock its end: what stands before the last parenthesis, or all that replaces the arguments' end. */
export interface Ending {
  /** Added behind the last argument. */
  readonly add?: string;
  /** What the method's name becomes. */
  readonly name?: string;
  /** The answer is another one then: where the code around the call must take it for the same, and how. */
  readonly answer?: 'jedis' | 'rust';
  /** Added behind the last element of the options in the last argument. */
  readonly option?: string;
  /** Replaces the last argument, which is 0. */
  readonly zero?: string;
}

/** A lock that is given half a minute. */
function ending(call: CallFact, { add, name, answer, option, zero }: Ending = {}): Breach {
  const last = call.args.at(-1)?.value;
  if (zero !== undefined && last)
    return { ...says('This lock', call.range), repair: { zero, at: last.range.start, end: last.range.end } };
  const isObject = last?.kind === 'object' || last?.kind === 'array';
  const text = isObject ? option : add;
  const end = isObject ? last.range.end : call.range.end;
  // Options that are written elsewhere are left alone.
  const isInPlace = call.range.start < end && end <= call.range.end;
  return {
    ...says('This lock', call.range),
    ...(text !== undefined && isInPlace
      ? {
          repair: {
            add: text,
            at: end - 1,
            ...(name === undefined ? {} : { name, nameEnd: call.calleeRange.end }),
            ...(answer === undefined ? {} : { answer }),
          },
        }
      : {}),
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

const set = (write: Ending, ...beside: string[]): Api =>
  taking(['*.set'], beside, (call) => hasOption(call) && !ends(call), write);
const plain = (write: Ending | undefined, ...methods: string[]): Api =>
  taking(
    methods.map((one) => `*.${one}`),
    ['edis', 'jedis', 'Jedis', 'alkey'],
    (call) => call.args.length >= 2,
    write,
  );

const javascript: readonly Api[] = [
  {
    calls: ['redlock().lock', 'redlock().acquire', 'redlock.default().acquire', 'redlock().using'],
    breach: (call) => {
      const ttl = call.args[1]?.value;
      if (ttl?.kind !== 'number' || ttl.value > 0) return undefined;
      return replacing(says('This lock', call.range), 'Let the lock end by itself', ttl.range, '30_000');
    },
  },
  set({ add: ", 'EX', 30", option: ', EX: 30' }, "'NX'", '"NX"', "'nx'", 'NX:'),
  plain({ add: ", 'EX', 30, 'NX'", name: 'set' }, 'setnx'),
  plain({ add: ', { NX: true, EX: 30 }', name: 'set' }, 'setNX'),
];

const python: readonly Api[] = [
  set({ add: ', ex=30' }, 'nx=True'),
  plain({ add: ', nx=True, ex=30', name: 'set' }, 'setnx'),
  {
    calls: [
      'redis.Redis().lock',
      'redis.StrictRedis().lock',
      'redis.from_url().lock',
      'redis.Redis.from_url().lock',
      'redis.asyncio.Redis().lock',
      'redis.lock.Lock',
    ],
    breach: (call) =>
      argumentAt(call.args, call.callee === 'redis.lock.Lock' ? 2 : 1, 'timeout')
        ? undefined
        : ending(call, { add: ', timeout=30' }),
  },
  {
    calls: ['django.core.cache.cache.add'],
    breach: (call) => {
      const timeout = argumentAt(call.args, 2, 'timeout');
      if (timeout?.kind !== 'null' || !namesLock(call)) return undefined;
      return replacing(says('This lock', call.range), 'Let the lock end by itself', timeout.range, '30');
    },
  },
];

const ruby: readonly Api[] = [
  set({ add: ', ex: 30' }, 'nx: true', ':nx'),
  plain({ add: ', nx: true, ex: 30', name: 'set' }, 'setnx'),
];

const php: readonly Api[] = [
  set({ option: ", 'ex' => 30", add: ", 'EX', 30" }, "'NX'", "'nx'", '"nx"', '"NX"'),
  plain({ add: ", ['nx', 'ex' => 30]", name: 'set' }, 'setnx', 'setNx'),
  {
    calls: ['Illuminate.Support.Facades.Cache.lock', 'Cache.lock'],
    breach: (call) => {
      const seconds = call.args[1]?.value;
      if (call.args.length === 1) return ending(call, { add: ', 30' });
      if (seconds?.kind !== 'number' || seconds.value !== 0) return undefined;
      return replacing(says('This lock', call.range), 'Let the lock end by itself', seconds.range, '30');
    },
  },
];

const java: readonly Api[] = [
  plain(
    {
      add: ', redis.clients.jedis.params.SetParams.setParams().nx().ex(30)',
      name: 'set',
      answer: 'jedis',
    },
    'setnx',
    'setNX',
  ),
  taking(['*.setIfAbsent'], ['edis'], ({ args }) => args.length === 2, {
    add: ', java.time.Duration.ofSeconds(30)',
  }),
];

const go: readonly Api[] = [
  taking(
    ['*.SetNX'],
    ['edis'],
    ({ args }) => args[3]?.value.kind === 'number' && args[3].value.value === 0,
    { zero: '30*time.Second' },
    1,
  ),
];

const csharp: readonly Api[] = [
  taking(
    ['*.StringSet', '*.StringSetAsync'],
    ['NotExists'],
    (call) => {
      const isTaking = call.args.some(
        ({ value }) => value.kind === 'reference' && value.name.endsWith('When.NotExists'),
      );
      const expiry = argumentAt(call.args, 2, 'expiry');
      const isWhen = expiry?.kind === 'reference' && expiry.name.endsWith('When.NotExists');
      return isTaking && (expiry === undefined || expiry.kind === 'null' || isWhen);
    },
    { add: ', expiry: TimeSpan.FromSeconds(30)' },
  ),
];

const EXPIRING =
  'redis::SetOptions::default().conditional_set(redis::ExistenceCheck::NX).with_expiration(redis::SetExpiry::EX(30))';

const rust: readonly Api[] = [plain({ add: `, ${EXPIRING}`, name: 'set_options', answer: 'rust' }, 'set_nx')];

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
