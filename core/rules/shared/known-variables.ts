import type { App } from '../../app';
import { isDockerfile, isEnvFile } from '../../facts/app-files';

/** Set by shells, platforms, runners and build tools: nobody writes them into an env file. */
const PLATFORM = new Set(
  `PORT HOST HOSTNAME HOME PATH PWD OLDPWD USER LOGNAME SHELL LANG LC_ALL TZ TERM TMPDIR TEMP TMP CI UID GID EUID PPID
  RANDOM LINENO SECONDS IFS OPTARG OPTIND DISPLAY EDITOR NODE_ENV RAILS_ENV RACK_ENV DJANGO_SETTINGS_MODULE FLASK_APP
  FLASK_ENV APP_ENV MIX_ENV PS DYNO DYNO_RAM STACK SOURCE_VERSION WEB_CONCURRENCY MAX_THREADS RAILS_MAX_THREADS
  MEMORY_AVAILABLE DATABASE_URL REDIS_URL JAVA_OPTS JAVA_HOME JAVA_TOOL_OPTIONS JDBC_DATABASE_URL GOPATH GOROOT
  VIRTUAL_ENV PYTHONPATH PYTHON PYTHONUNBUFFERED NODE_OPTIONS LD_LIBRARY_PATH GUNICORN_CMD_ARGS BUNDLE_PATH GEM_HOME
  RENDER VERCEL NETLIFY K_SERVICE K_REVISION DEBUG LOG_LEVEL NEWRELIC_DISPATCHER
  NOTIFY_SOCKET LISTEN_FDS LISTEN_FDNAMES LISTEN_PID WATCHDOG_USEC WATCHDOG_PID INVOCATION_ID JOURNAL_STREAM
  CREDENTIALS_DIRECTORY RUNTIME_DIRECTORY STATE_DIRECTORY CACHE_DIRECTORY LOGS_DIRECTORY CONFIGURATION_DIRECTORY`.split(
    /\s+/,
  ),
);
const PLATFORM_PREFIX =
  /^(?:npm_|AWS_|HEROKU_|DYNO_|DOKKU_|RENDER_|VERCEL_|RAILWAY_|FLY_|GOOGLE_|GCP_|AZURE_|WEBSITE_|KUBERNETES_|GITHUB_|CI_|CNB_|XDG_|COMPOSE_|DOCKER_|HONCHO_|FOREMAN_|OVERMIND_|HEROKU_POSTGRESQL_)/;

export function isPlatformVariable(name: string): boolean {
  return PLATFORM.has(name) || PLATFORM_PREFIX.test(name);
}

/**
 * Whether something in the workspace folder sets, documents or reads a variable: an env file, a Dockerfile's `ENV` or
 * `ARG`, code. Without an env file there is no place that would, and each counts as known.
 */
export function isKnownVariable(name: string, app: App): boolean {
  if (isPlatformVariable(name) || app.envReads.has(name) || isMentioned(name, app)) return true;
  return ![...app.tree.appFiles.keys()].some(isEnvFile);
}

/** Whether an env file or a Dockerfile names a variable, even in a comment; the file `but` is not asked. */
export function isMentioned(name: string, app: App, but?: string): boolean {
  const mention = new RegExp(`\\b${name}\\b`);
  for (const { path, text } of app.tree.appFiles.values())
    if (path !== but && (isEnvFile(path) || isDockerfile(path)) && mention.test(text)) return true;
  return false;
}

/** Files that declare variables in formats the app does not read: what they set is unknown. */
export function declaresElsewhere(app: App): boolean {
  const folder = app.root === '' ? '' : `${app.root}/`;
  return ['app.json', 'render.yaml', 'fly.toml', '.envrc'].some((name) => app.tree.paths.has(folder + name));
}
