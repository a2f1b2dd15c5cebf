import type { GivenFact, Import, Value } from '../../facts/fact';
import { defineRule, notAppCode, notServices } from '../../rule';
import { says } from './shared/apis';

/** Names of what visitors bring and expect to find again; caches, registries and open connections are called otherwise. */
const STATE =
  /^(?:(?:user|active|all)?_?sessions|(?:shopping)?_?carts|refresh_?tokens|(?:token)?_?blacklist(?:ed_?tokens)?|otps|otp_?store|todos|(?:page)?_?visits)$/i;
const FRAMEWORKS =
  /^(?:express|fastify|koa|hapi|@hapi\/hapi|restify|polka|hono|@koa\/router|koa-router|flask|fastapi|sanic|bottle|quart|starlette|aiohttp|falcon)(?:[./]|$)/;
const CONTAINERS =
  /^(?:Map|Set|Array|Object|dict|list|set|collections\.(?:defaultdict|OrderedDict|deque|Counter))$/;

/** A container that starts empty, or a count that starts at 0: only what happens later fills it. */
function startsEmpty(value: Value): boolean {
  switch (value.kind) {
    case 'object':
      return value.entries.length === 0 && !value.open;
    case 'array':
      return value.items.length === 0;
    case 'number':
      return value.value === 0;
    case 'call':
      return (
        CONTAINERS.test(value.callee) &&
        (value.args.length === 0 || value.callee === 'collections.defaultdict')
      );
    default:
      return false;
  }
}

const isState = ({ holder, enclosure, value }: GivenFact): boolean =>
  holder.kind === 'variable' && enclosure.topLevel && STATE.test(holder.name) && startsEmpty(value);
const isWeb = (imports: readonly Import[]): boolean => imports.some(({ module }) => FRAMEWORKS.test(module));

export default defineRule({
  id: 'processes/in-memory-state',
  title: 'State of visitors in process memory',
  severity: 'information',
  message:
    '“{what}” is kept in the memory of one process: the next request may reach another one, and a restart empties it. Keep it in a backing service.',
  skip: notAppCode,
  skipApps: notServices,
  given: {
    names: [
      'sessions',
      'carts',
      'refreshTokens',
      'refresh_tokens',
      'blacklist',
      'otps',
      'otpStore',
      'otp_store',
      'todos',
      'visits',
    ],
    breach: (fact, { imports }) =>
      isState(fact) && isWeb(imports) ? says(fact.holder.name, fact.range) : undefined,
  },
  notFor: {
    ruby: 'State in its modules is not recognised.',
    php: 'State in its modules is not recognised.',
    java: 'State in its modules is not recognised.',
    go: 'State in its modules is not recognised.',
    csharp: 'State in its modules is not recognised.',
    rust: 'State in its modules is not recognised.',
    shell: 'State in its modules is not recognised.',
  },
});
