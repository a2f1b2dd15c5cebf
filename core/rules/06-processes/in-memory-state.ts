import type { App } from '../../app';
import type { StateFact, StateUse } from '../../facts/fact';
import type { FileView } from '../../rule';
import { defineRule, notAppCode, notServices } from '../../rule';
import { declaredPackages } from '../shared/declared';

/** Names of what visitors bring and expect to find again. */
const STATE =
  /^[$@]*(?:(?:user|active|all)?_?sessions|(?:shopping)?_?carts|refresh_?tokens|(?:token)?_?blacklist(?:ed_?tokens)?|otps|otp_?store|todos|(?:page)?_?visits)$/i;
/** What each process may well keep for itself: copies, what it holds open, what it is made of. */
const OWN =
  /cache|memo|registr|regist|handler|route|plugin|pool|socket|client|conn|timer|timeout|interval|lock|mutex|config|option|setting|schema|listener|subscriber|observer|middleware|hook|metric|stat|counter|gauge|histogram|instance|singleton|loader|loaded|module|warned|seen_?warn|template|compiled|channel|watch|worker|thread|job|task|abort|controller|stream|permission|translat|locale|type|format|adapter|provider|strateg|converter|serializ|mapper|factory|bean|debounce|throttle|inflight|in_?flight|pending|promise|queue|log|time|start|progress/i;
const FRAMEWORKS =
  /^(?:(?:express|fastify|koa|hapi|@hapi\/hapi|restify|polka|hono|@koa\/router|koa-router|@nestjs\/common|node:http|http|next|flask|fastapi|sanic|bottle|quart|starlette|aiohttp|falcon|django|tornado|rest_framework|javax\.servlet|jakarta\.servlet|javax\.ws\.rs|jakarta\.ws\.rs|org\.springframework\.web|spark|io\.javalin|net\/http|actix_web|axum|rocket|warp|tide|poem)(?:[./:]|$)|github\.com\/(?:gin-gonic|labstack|gofiber|go-chi|gorilla)\/)/;
/** In these a file of a web app need not import anything to answer requests. */
const IMPORTLESS: ReadonlySet<FileView['family']> = new Set(['ruby', 'csharp']);

/** Packages with which PHP answers one request after another in one process. */
const LONG_RUNNING =
  /^(?:laravel\/octane|swoole\/.+|openswoole\/.+|ext-(?:open)?swoole|hyperf\/.+|workerman\/.+|spiral\/roadrunner.*|react\/http|amphp\/http-server|runtime\/(?:swoole|frankenphp-symfony|roadrunner-symfony-nyholm))$/;

function isWeb({ imports, family }: FileView, app: App): boolean {
  if (family === 'php')
    return [...(declaredPackages(app, 'packagist') ?? [])].some((name) => LONG_RUNNING.test(name));
  return IMPORTLESS.has(family) || imports.some(({ module }) => FRAMEWORKS.test(module));
}

/** A place that one request writes, and one where another handler finds it. */
function sharedBy({ uses }: StateFact): readonly [StateUse, StateUse] | undefined {
  for (const write of uses.filter(({ writes }) => writes)) {
    for (const { start } of write.handlers) {
      const found = uses.find(
        ({ writes, handlers }) => !writes && handlers.some((one) => one.start !== start),
      );
      if (found) return [write, found];
    }
  }
  return undefined;
}

export default defineRule({
  id: 'processes/in-memory-state',
  title: 'State of visitors in process memory',
  severity: 'information',
  message:
    '“{what}” is kept in the memory of one process: the next request may reach another one, and a restart empties it. Keep it in a backing service.',
  skip: notAppCode,
  skipApps: notServices,
  state: {
    suspects: isWeb,
    breach: (fact, { path }) => {
      const shared = OWN.test(fact.name) ? undefined : sharedBy(fact);
      const isNamed = STATE.test(fact.name) && fact.uses.some(({ writes }) => writes);
      if (!shared && !isNamed) return undefined;
      const [write, read] = shared ?? [];
      const related = [
        ...(write ? [{ path, range: write.range, message: 'A request writes it here.' }] : []),
        ...(read ? [{ path, range: read.range, message: 'Another request looks for it here.' }] : []),
      ];
      return { range: fact.range, words: { what: fact.name }, ...(related.length > 0 ? { related } : {}) };
    },
  },
  notFor: {
    shell: 'A script answers no requests.',
  },
});
