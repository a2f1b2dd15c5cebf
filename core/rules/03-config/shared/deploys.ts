import type { Value } from '../../../facts/fact';

/** Names that people give to deploys. */
const DEPLOY =
  /^(?:(?:[\w]+[-_])?(?:development|develop|dev|local|qa|uat|sit|staging|stage|stg|preprod|pre-prod|pre-production|preview|sandbox|demo|prod|production|prd|live)|ci|int|dr)$/i;
const TESTS = /^(?:test|testing|tests|ci)$/i;
const PRODUCTION = /^(?:prod|production|prd|live)$/i;

/** Variables that hold the name of a deploy. */
const VARIABLE =
  /^(?:NODE_ENV|APP_ENV|ENV|ENVIRONMENT|STAGE|DEPLOY_ENV|DEPLOYMENT_ENV|RAILS_ENV|RACK_ENV|HANAMI_ENV|DJANGO_ENV|FLASK_ENV|FLASK_CONFIG|PYTHON_ENV|APP_SETTINGS|ASPNETCORE_ENVIRONMENT|DOTNET_ENVIRONMENT|SPRING_PROFILES_ACTIVE|GO_ENV|GIN_MODE|MIX_ENV|SYMFONY_ENV|APPLICATION_ENV|YII_ENV|WP_ENV|WP_ENVIRONMENT_TYPE|RUST_ENV|ROCKET_PROFILE|VERCEL_ENV|\w+_(?:ENV|ENVIRONMENT|STAGE))$/;
/** Names of what says which deploy it is. */
const FLAG = /(?:^|[.$?])(?:is|in)_?(?:prod|production|dev|development|staging)$/i;
/** Names in code of what holds it. */
const NAME =
  /(?:^|[.$:>_])(?:env|environment|node_?env|app_?env|stage|deploy_?env|profile|mode)(?:\(\))?$|^(?:app|App|\$?this\.app|\$app|YII_ENV|ENVIRONMENT|APP_ENV|WP_ENV)(?:\(\))?$|Environment(?:\(\))?$/i;
const ASKS =
  /(?:^|\.)(?:getenv|get|environment|getEnvironment|getActiveProfiles|EnvironmentName|util\.getEnv)$/;

/** Words of comparisons that may ask for the name of the deploy. */
export const DEPLOY_WORDS: readonly string[] = [
  ...['production', 'staging', 'development', 'NODE_ENV', 'APP_ENV', 'RAILS_ENV', 'RACK_ENV', 'DEPLOY_ENV'],
  ...['DJANGO_ENV', 'FLASK_ENV', 'GO_ENV', 'SYMFONY_ENV', 'APPLICATION_ENV', 'WP_ENV', 'YII_ENV', 'RUST_ENV'],
  ...['IsDevelopment', 'IsProduction', 'IsStaging', 'IsEnvironment', 'acceptsProfiles', 'PROFILES_ACTIVE'],
];

/** Texts, one of which stands in every file that asks for the name of its deploy. */
export const SELECTORS: readonly string[] = [
  ...['NODE_ENV', 'APP_ENV', 'RAILS_ENV', 'RACK_ENV', 'Rails.env', 'DEPLOY_ENV', 'DJANGO_ENV', 'FLASK_ENV'],
  ...[
    'GO_ENV',
    'SYMFONY_ENV',
    'APPLICATION_ENV',
    'WP_ENV',
    'YII_ENV',
    'RUST_ENV',
    'ENVIRONMENT',
    'APP_STAGE',
  ],
  ...['IsDevelopment', 'IsProduction', 'IsStaging', 'IsEnvironment', 'environment(', 'acceptsProfiles'],
  ...['matchesProfiles', 'getActiveProfiles', "get('env')", 'PROFILES_ACTIVE', '_ENV'],
  ...['isProd', 'is_prod', 'IS_PROD', 'isDev', 'is_dev', 'IS_DEV', 'isStaging', 'is_staging', 'IS_STAGING'],
];

export function isDeployName(text: string): boolean {
  return DEPLOY.test(text) && !TESTS.test(text);
}

export function isProduction(text: string): boolean {
  return PRODUCTION.test(text);
}

/** Whether a value is the name of the deploy that the code runs in. */
export function isSelector(value: Value): boolean {
  switch (value.kind) {
    case 'env':
      return VARIABLE.test(value.name);
    case 'either':
      return value.values.some(isSelector);
    case 'reference':
      return NAME.test(value.name) || FLAG.test(value.name);
    case 'call':
      return isAsked(value);
    default:
      return false;
  }
}

function isAsked({ callee, args }: Extract<Value, { kind: 'call' }>): boolean {
  if (NAME.test(callee)) return true;
  const [first] = args.map((one) => one.value);
  if (first?.kind === 'call') return isSelector(first) || /getActiveProfiles$/.test(first.callee);
  if (first?.kind === 'env') return isSelector(first);
  const asked = first?.kind === 'string' ? first.text : '';
  // `app.get('env')`, `env.getProperty("spring.profiles.active")`.
  return (
    ASKS.test(callee) &&
    (asked === ''
      ? /Profiles|Environment/.test(callee)
      : /^env(?:ironment)?$/i.test(asked) || VARIABLE.test(asked))
  );
}
