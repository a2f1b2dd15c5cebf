import type { AppKind } from '../file-class';
import type { Manifest } from '../manifest';

const SERVERS = new Set(
  `express koa fastify @hapi/hapi hapi restify polka hono @nestjs/core @adonisjs/core sails feathers @feathersjs/feathers
  next nuxt @remix-run/node @remix-run/express @sveltejs/adapter-node apollo-server @apollo/server graphql-yoga socket.io ws
  micro connect loopback @loopback/rest @keystonejs/keystone strapi @strapi/strapi probot bull bullmq agenda
  flask django fastapi starlette tornado aiohttp sanic bottle pyramid falcon quart cherrypy litestar responder
  gunicorn uvicorn hypercorn daphne waitress celery rq dramatiq huey arq
  rails railties sinatra hanami grape roda padrino puma unicorn sidekiq resque delayed_job good_job solid_queue
  laravel/framework laravel/lumen-framework symfony/framework-bundle slim/slim cakephp/cakephp codeigniter4/framework
  yiisoft/yii2 laminas/laminas-mvc mezzio/mezzio hyperf/http-server
  github.com/gin-gonic/gin github.com/labstack/echo/v4 github.com/gofiber/fiber/v2 github.com/gofiber/fiber/v3
  github.com/go-chi/chi github.com/go-chi/chi/v5 github.com/gorilla/mux github.com/beego/beego/v2
  github.com/julienschmidt/httprouter github.com/flamego/flamego github.com/hibiken/asynq
  actix-web axum rocket warp tide tonic poem salvo hyper`.split(/\s+/),
);
const DESKTOP = new Set(
  'electron @tauri-apps/api @tauri-apps/cli tauri react-native expo @capacitor/core nativescript pyqt5 pyqt6 pyside6 kivy pygame textual'.split(
    ' ',
  ),
);
const BROWSER = new Set('react vue svelte @angular/core preact solid-js lit'.split(' '));

/** Files at the root of a unit that say it is more than a front end. */
const OTHER_STACKS =
  'composer.json artisan Gemfile config.ru pom.xml build.gradle build.gradle.kts go.mod Cargo.toml mix.exs manage.py'.split(
    ' ',
  );

/** Whether a unit's root holds the manifest of another stack; then a package.json only speaks of its front end. */
export function hasOtherStack(root: string, paths: ReadonlySet<string>): boolean {
  return OTHER_STACKS.some((name) => paths.has(root === '' ? name : `${root}/${name}`));
}

/**
 * What an app unit is, by its manifests, the nearest to its root first. A Procfile, a start script or a server library makes it a service; without
 * any sign it counts as one too, since the rules are for services.
 */
export function kindOf(manifests: readonly Manifest[], hasProcfile: boolean, otherStack = false): AppKind {
  if (hasProcfile || manifests.length === 0) return 'service';
  const kinds = manifests.map(kindOfManifest);
  // What stands above all others says more of the whole than a part below it.
  const [first, ...others] = manifests.map(({ path }) => path.split('/').length);
  if (kinds[0] === 'desktop' && others.every((depth) => depth > (first ?? 0))) return 'desktop';
  for (const kind of ['service', 'desktop', 'browser', 'command', 'library'] as const) {
    if (kinds.includes(kind)) return kind === 'browser' && otherStack ? 'service' : kind;
  }
  return 'service';
}

function kindOfManifest(manifest: Manifest): AppKind | undefined {
  const { traits } = manifest;
  const runtime = new Set(
    manifest.dependencies.filter(({ kind }) => kind === 'runtime').map(({ name }) => name),
  );
  const all = new Set(manifest.dependencies.map(({ name }) => name));
  if (traits.has('vscode-extension') || traits.has('desktop') || intersects(all, DESKTOP)) return 'desktop';
  if (traits.has('server') || intersects(runtime, SERVERS)) return 'service';
  if (traits.has('command')) return 'command';
  if (traits.has('published') && !traits.has('private') && !traits.has('start-script')) return 'library';
  if (intersects(all, BROWSER)) return 'browser';
  const bare = manifest.dependencies.length === 0 && manifest.scripts.length === 0;
  return bare || traits.has('tooling-only') ? undefined : 'service';
}

function intersects(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true;
  return false;
}
