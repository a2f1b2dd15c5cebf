import type { CallFact, Value } from '../../../facts/fact';
import { property, textOf } from '../../../facts/values';
import type { Api, Breach } from '../../../rule';
import { classOf, everywhere, named, referenceOf, says } from '../shared/apis';

/** A page that sets the app up is served by one process, once. */
const ONE_OFF = /(?:^|\/)(?:install|installer|setup)\//;

const hasStore = (options: Value, ...keys: readonly string[]): boolean =>
  keys.some((key) => property(options, key) !== undefined);

/** Options without a store: the middleware keeps sessions in memory. Options in a variable may be given a store later. */
function withoutStore(what: string, calls: readonly string[], ...keys: readonly string[]): Api {
  return {
    calls,
    breach: (call, { path }) => {
      const [options] = call.args;
      if (ONE_OFF.test(path)) return undefined;
      const isExpress = call.callee === 'express-session';
      if (!options) return { ...says(what, call.range), ...(isExpress ? { repair: { to: 'store' } } : {}) };
      const { value } = options;
      if (value.kind !== 'object' || value.open || hasStore(value, ...keys)) return undefined;
      const isInPlace = call.range.start <= value.range.start && value.range.end <= call.range.end;
      if (!isInPlace) return says(what, call.range, 'information');
      const repair = { to: 'store', options: value.range.start };
      return { ...says(what, call.range), ...(isExpress ? { repair } : {}) };
    },
  };
}

const PLUGINS: Readonly<Record<string, string>> = {
  '@fastify/session': '@fastify/session without a store',
  'fastify-session': 'fastify-session without a store',
};

/** `app.register(session, { … })` of Fastify, and `server.register({ plugin: yar, options })` of hapi. */
function registered(call: CallFact): Breach | undefined {
  const [plugin, options] = call.args.map(({ value }) => value);
  const what = PLUGINS[moduleOf(plugin) ?? ''];
  if (what !== undefined) {
    const isKnown = options === undefined || (options.kind === 'object' && !options.open);
    return isKnown && !(options && hasStore(options, 'store')) ? says(what, call.range) : undefined;
  }
  if (!/^(?:@hapi\/)?yar$/.test(moduleOf(property(plugin, 'plugin')) ?? '')) return undefined;
  const given = property(plugin, 'options');
  const size = property(given, 'maxCookieSize');
  if (size?.kind !== 'number' || size.value !== 0 || property(given, 'cache')) return undefined;
  return says('yar without a cookie or a cache', call.range);
}

function moduleOf(value: Value | undefined): string | undefined {
  const name = referenceOf(value);
  return name === 'require' && value?.kind === 'call' ? textOf(value.args[0]?.value) : name;
}

export const javascript: readonly Api[] = [
  withoutStore(
    'express-session without a store',
    ['express-session', 'express.session', 'connect.session'],
    'store',
  ),
  named('express-session’s MemoryStore', 'express-session.MemoryStore', 'express.session.MemoryStore'),
  classOf('memorystore', 'memorystore', 'session-memory-store'),
  withoutStore('koa-generic-session without a store', ['koa-generic-session'], 'store'),
  withoutStore('koa-session2 without a store', ['koa-session2'], 'store'),
  withoutStore('koa-session-minimal without a store', ['koa-session-minimal'], 'store'),
  ...everywhere({
    calls: ['?.register', 'fastify().register', 'fastify.fastify().register', '@hapi/hapi.server().register'],
    breach: registered,
  }),
  {
    calls: ['@adonisjs/session.defineConfig'],
    breach: (call) => {
      const store = property(call.args[0]?.value, 'store');
      return store && textOf(store) === 'memory' ? says('AdonisJS’s memory store', store.range) : undefined;
    },
  },
];
