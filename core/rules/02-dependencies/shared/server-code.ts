import type { App } from '../../../app';
import nodeBuiltins from '../../../manifests/shared/node-builtins.generated';
import type { FileView } from '../../../rule';

/** Tools that put what they import into what they build: it need not be installed where that runs. */
const BUNDLERS = new Set(
  `webpack rollup esbuild vite tsup tsdown parcel parcel-bundler rolldown rspack @rspack/core @vercel/ncc pkgroll microbundle
  next nuxt @sveltejs/kit astro @remix-run/dev @react-router/dev gatsby @angular/cli @angular/build react-scripts
  @vue/cli-service laravel-mix browserify snowpack @nrwl/webpack nx @nx/webpack electron-vite unbuild bun wrangler
  serverless-esbuild @swc/cli ember-cli expo`.split(/\s+/),
);
const SERVERS = new Set(
  'express koa fastify hapi @hapi/hapi restify hono @nestjs/core @nestjs/common'.split(' '),
);
const CLIENT =
  /(?:^|\/)(?:client|frontend|front|browser|public|assets|static|ui|components|pages|views|resources)\//;

/** JavaScript that Node runs as it stands: it imports what only Node has, and no tool bundles the app. */
export function isServerCode({ path, imports }: FileView, app: App): boolean {
  if (!/\.(?:[cm]?js|[cm]?ts)$/.test(path) || CLIENT.test(path)) return false;
  const bundled = [...app.manifests, ...app.manifestsAbove].some(({ dependencies }) =>
    dependencies.some(({ name }) => BUNDLERS.has(name)),
  );
  if (bundled) return false;
  return imports.some(
    ({ module }) => nodeBuiltins.has(module) || module.startsWith('node:') || SERVERS.has(module),
  );
}
