import type { App } from '../app';
import type { Family } from '../language';

/** Packages that read `.env` into the environment, or frameworks that do so by themselves. */
const LOADERS: Partial<Record<Family, ReadonlySet<string>>> = {
  javascript: new Set(
    `dotenv dotenv-flow dotenv-cli dotenv-safe dotenv-expand @dotenvx/dotenvx env-cmd @nestjs/config next nuxt vite astro
    @sveltejs/kit @remix-run/dev gatsby react-scripts @adonisjs/core @adonisjs/env strapi @strapi/strapi @keystonejs/keystone
    @redwoodjs/core foreman bun`.split(/\s+/),
  ),
  python: new Set(
    `python-dotenv django-environ environs python-decouple pydantic-settings dynaconf django-dotenv honcho
    django-configurations typed-settings prettyconf`.split(/\s+/),
  ),
  ruby: new Set('dotenv dotenv-rails dotenv-rails-now dotenv-hanami hanami bridgetown foreman'.split(' ')),
  php: new Set(
    `vlucas/phpdotenv symfony/dotenv josegonzalez/dotenv laravel/framework laravel/lumen-framework
    laravel-zero/framework codeigniter4/framework roots/bedrock oscarotero/env`.split(/\s+/),
  ),
};
const LOADING_COMMAND =
  /--env-file\b|\bdotenv\b|\bdotenvx\b|\b(?:foreman|honcho|heroku local|overmind|hivemind|goreman)\b|\bbun\b/;

/** Whether something in the app itself loads `.env` when it runs outside a formation. */
export function loadsEnvFile(app: App, family: Family): boolean {
  const manifests = [...app.manifests, ...app.manifestsAbove];
  if (manifests.some(({ dependencies }) => dependencies.some(({ name }) => LOADERS[family]?.has(name))))
    return true;
  return app.commands.some(({ command }) => LOADING_COMMAND.test(command.text));
}
