import type { App } from '../../../app';
import { addTo, envFilesFor, isDocumented } from '../../../fix/add-variable';
import type { Fixer } from '../../../rule';
import { isPlatformVariable } from '../../shared/known-variables';

/** Frameworks hand these to the browser, or read them by themselves. */
const FRAMEWORK =
  /^(?:NEXT_|VITE_|REACT_APP_|NUXT_|GATSBY_|VUE_APP_|EXPO_|PUBLIC_|STORYBOOK_|NG_APP_|VSCODE_|ELECTRON_|JEST_|VITEST|WEBPACK_|BABEL_|TURBO_|NX_|PRISMA_|OTEL_|SENTRY_|DD_|NEW_RELIC_|PG(?:HOST|PORT|USER|PASSWORD|DATABASE|SSLMODE|DATA)$|DOTENV_|DOTNET_|ASPNETCORE_|SPRING_|JAVA_|MAVEN_|GRADLE_|BUNDLE_|GEM_|RUBY|RAILS_|RACK_|SECRET_KEY_BASE|KERNEL_CLASS|NODE_|CARGO|TARGET$|OUT_DIR$|DJANGO_|FLASK_|PYTHON|PIP_|POETRY_|UVICORN_|GUNICORN_|CELERY_|COMPOSER_|PHP_|XDEBUG_|SYMFONY_|CARGO_|RUST_?|GO[A-Z]*$|DENO_|BUN_|YARN_|PNPM_|TEST_|CYPRESS_|PLAYWRIGHT_|PUPPETEER_|SELENIUM_|TRAVIS|CIRCLE|JENKINS_|GITLAB_|BUILDKITE|APPVEYOR|CODESPACE|GITPOD_|MSYSTEM|WT_|TERM_|SSH_|DBUS_|WSL_|CHROME_|NO_COLOR|FORCE_COLOR)/;
const ORDINARY = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** Whether a name is the app's own to declare: not a platform's, a shell's, a tool's or a framework's. */
export function isOwnVariable(name: string): boolean {
  return ORDINARY.test(name) && name.length > 2 && !isPlatformVariable(name) && !FRAMEWORK.test(name);
}

/** Whether some file of the app reads a variable with a default, or asks whether it is there: all can do without. */
export function isOptional(name: string, app: App): boolean {
  return app.variables.get(name)?.readers.some(({ required }) => !required) ?? false;
}

/** Offers the name to the files that lack it: `.env`, and the example file. */
export const addVariable: Fixer = ({ breach, path }, _text, app) => {
  const { name, declared } = breach.repair ?? {};
  if (typeof name !== 'string') return [];
  const { env, example } = envFilesFor(path, app);
  const both = [
    env && declared !== true ? addTo(env.path, name, app) : undefined,
    example && !isDocumented(name, app) ? addTo(example.path, name, app) : undefined,
  ].filter((fix) => fix !== undefined);
  const [first, second] = both;
  if (!first || !second) return both;
  const title = `${first.title} and ${example?.path ?? ''}`;
  return [{ title, kind: 'suggestion', edits: [...first.edits, ...second.edits] }, ...both];
};
