import type { CallFact, Value } from '../../../facts/fact';
import { argumentAt, property, textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api } from '../../../rule';
import { ownAddress } from './addresses';

type Finder = (call: CallFact) => Value | undefined;

/** What a server is told of the origins that may call it. */
function origins(calls: readonly string[], find: Finder, global = false): Api {
  return {
    calls,
    global,
    breach: (call) => {
      const literal = ownAddress(find(call));
      return literal && { range: literal.range, words: { what: 'The origin that may call the app' } };
    },
  };
}

/** What sets the app up shows its errors to whoever does so. */
const INSTALLER = /(?:^|\/)(?:install|installer|setup)\//i;

/** A call that switches debugging on for every deploy. */
function debugs(calls: readonly string[], is: (call: CallFact) => boolean, global = false): Api {
  return {
    calls,
    global,
    breach: (call, { path }) =>
      is(call) && !call.enclosure.inBranch && !INSTALLER.test(path)
        ? { range: call.range, words: { what: 'The debug switch' } }
        : undefined,
  };
}

const at =
  (index: number): Finder =>
  (call) =>
    call.args[index]?.value;
const option =
  (index: number, ...path: string[]): Finder =>
  (call) =>
    property(call.args[index]?.value, ...path);
const keyword =
  (name: string): Finder =>
  (call) =>
    argumentAt(call.args, 99, name);
const isTrue = (value: Value | undefined): boolean =>
  (value?.kind === 'boolean' && value.value) ||
  (value?.kind === 'number' && value.value === 1) ||
  /^(?:1|on)$/i.test(textOf(value) ?? '');

export const calls: Partial<Record<Family, readonly Api[]>> = {
  javascript: [
    origins(['cors', '@koa/cors', 'koa2-cors', '@fastify/cors'], option(0, 'origin')),
    origins(['*.enableCors'], option(0, 'origin')),
    origins(['socket.io.Server', 'socket.io'], option(1, 'cors', 'origin')),
  ],
  python: [
    origins(['flask_cors.CORS', 'flask_cors.cross_origin'], keyword('origins')),
    origins(['*.add_middleware'], keyword('allow_origins')),
  ],
  ruby: [origins(['origins'], at(0))],
  php: [
    debugs(
      ['ini_set'],
      ({ args }) => textOf(args[0]?.value) === 'display_errors' && isTrue(args[1]?.value),
      true,
    ),
    debugs(['define'], ({ args }) => textOf(args[0]?.value) === 'WP_DEBUG' && isTrue(args[1]?.value), true),
  ],
  java: [
    origins(['*.allowedOrigins', '*.setAllowedOrigins', '*.addAllowedOrigin'], at(0)),
    origins(
      ['@CrossOrigin', '@org.springframework.web.bind.annotation.CrossOrigin'],
      (call) => argumentAt(call.args, 0, 'origins') ?? argumentAt(call.args, 0, 'value'),
    ),
  ],
  go: [
    origins(['github.com/gin-contrib/cors.Config'], option(0, 'AllowOrigins')),
    origins(['github.com/rs/cors.Options', 'github.com/go-chi/cors.Options'], option(0, 'AllowedOrigins')),
    origins(
      ['github.com/labstack/echo/v4/middleware.CORSConfig', 'github.com/labstack/echo/middleware.CORSConfig'],
      option(0, 'AllowOrigins'),
    ),
    debugs(['github.com/gin-gonic/gin.SetMode'], ({ args: [mode], enclosure: { fn } }) => {
      const isMain = /^(?:main|init)$/.test(fn ?? '');
      return isMain && mode?.value.kind === 'reference' && mode.value.name.endsWith('gin.DebugMode');
    }),
  ],
  csharp: [origins(['*.WithOrigins'], at(0), true)],
  rust: [
    origins(
      ['actix_cors.Cors.default().allowed_origin', 'tower_http.cors.CorsLayer.new().allow_origin'],
      (call) => {
        const value = call.args[0]?.value;
        return value?.kind === 'call' ? value.args[0]?.value : value;
      },
    ),
  ],
};
