/** Words in a name that tell what a package is there for: to be found, run or loaded by its name. */
const WORDS =
  /^@types\/|(?:^|[/-])(?:cli|plugin|preset|loader|config|adapter|driver|theme|polyfill|fonts?|icons?|webpack|babel|eslint|postcss|grunt|gulp|vite|prisma|tailwindcss|typescript|wasm|browserify|wdio|selenium|chromedriver|geckodriver)(?:$|-)/;

/** Stylesheets, fonts and scripts that a page or a stylesheet takes from the installed folder. */
const ASSETS =
  /^(?:@fontsource(?:-variable)?\/.*|(?:@fortawesome\/)?font-?awesome(?:-.*)?|bootstrap(?:[-.].*)?|jquery(?:[-.].*)?|chart\.js|popper\.js|normalize\.css|animate\.css|.*css|.*cookieconsent|bulma(?:-.*)?|foundation-sites|flag-icons?(?:-.*)?|mathjax|katex|swagger-ui-dist|sass|node-sass|sass-embedded|less|stylus)$/;

/** What a transpiler writes imports of, and itself. */
const HELPERS =
  /^(?:tslib|core-js(?:-pure)?|regenerator-runtime|@babel\/runtime(?:-.*)?|@swc\/helpers|@babel\/core|@swc\/core)$/;

/** What a bundler is told to put in the place of Node's own modules. */
const SHIMS =
  /^(?:assert|buffer|events|process|punycode|querystring-es3|stream-http|url|util|vm-browserify)$/;

const NODE =
  /^(?:mysql2?|pg|pg-hstore|pg-native|sqlite3|better-sqlite3|tedious|mariadb|oracledb|react-dom|bufferutil|utf-8-validate|source-map-support|dotenv|cross-env|encoding|pino-pretty|newrelic|npm|yarn|pnpm|node)$/;

const PYTHON =
  /^(?:gunicorn|uvicorn|hypercorn|daphne|waitress|granian|celery|flower|honcho|psycopg.*|mysqlclient|pymysql|pymssql|cx-oracle|oracledb|asyncpg|aiosqlite|hiredis|redis|pylibmc|python-memcached|pymemcache|setuptools|wheel|pip|whitenoise|django-.*|.*-stubs|types-.*|tzdata|certifi|greenlet|eventlet|gevent|uvloop|httptools|email-validator|python-multipart|python-dotenv|itsdangerous|watchdog|bcrypt|argon2-cffi|cryptography|pyopenssl|pysocks|brotli|lxml|html5lib|openpyxl|xlrd|jinja2|pygments)$/;

const KINDS = [WORDS, ASSETS, HELPERS, SHIMS, NODE, PYTHON];

/** Packages that another one needs beside it: its peers, or what it takes the place of. */
const COMPANIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    '@popperjs/core': ['bootstrap'],
    '@vue/compat': ['vue', '@vitejs/plugin-vue'],
    'class-transformer': ['@nestjs/common'],
    'class-validator': ['@nestjs/common'],
    graphql: ['@apollo/client', '@apollo/server', 'apollo-server', 'gatsby', 'urql'],
    react: ['next', 'gatsby', 'react-dom'],
    'react-is': ['react'],
    redux: ['react-redux', '@reduxjs/toolkit'],
    'reflect-metadata': ['typeorm', 'inversify', '@nestjs/core'],
    rxjs: ['@nestjs/core', '@angular/core'],
    'y-protocols': ['yjs'],
    'zone.js': ['@angular/core'],
  }),
);

/** Whether a package's name, or what is declared beside it, says why nothing imports it. */
export function isThereByName(name: string, declared: ReadonlySet<string>): boolean {
  return (
    KINDS.some((kind) => kind.test(name)) || (COMPANIONS.get(name)?.some((one) => declared.has(one)) ?? false)
  );
}
