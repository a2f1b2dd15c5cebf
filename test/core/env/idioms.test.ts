import assert from 'node:assert/strict';
import { languageOf } from '../../../core/linter';

type Kind = 'required' | 'default';
/** A text that reads variables in one of the ways that its field knows, and what it reads. */
type Idiom = readonly [way: string, path: string, text: string, reads: Readonly<Record<string, Kind>>];

const d = 'default';
const r = 'required';

const idioms: readonly Idiom[] = [
  ['process.env', 'a.js', 'use(process.env.A, process.env["B"] ?? 1);\n', { A: r, B: d }],
  ['process["env"]', 'a.js', 'use(process["env"].A, process["env"]["B"]);\n', { A: r, B: r }],
  ['destructuring', 'a.js', 'const { A, B = 1 } = process.env;\n', { A: r, B: d }],
  ['node:process', 'a.ts', "import { env } from 'node:process';\nuse(env.A);\n", { A: r }],
  ["require('process')", 'a.js', "use(require('process').env.A);\n", { A: r }],
  ['globalThis', 'a.js', 'use(globalThis.process?.env.A);\n', { A: r }],
  [
    'Deno, Bun, Vite',
    'a.ts',
    "use(Deno.env.get('A'), Bun.env.B, import.meta.env.C);\n",
    { A: r, B: r, C: r },
  ],
  ['env-var', 'a.js', "const env = require('env-var');\nuse(env.get('A').required().asInt());\n", { A: r }],
  [
    'envalid',
    'a.ts',
    "import { cleanEnv, str } from 'envalid';\ncleanEnv(process.env, { A: str(), B: str({ default: 'x' }) });\n",
    { A: r, B: d },
  ],
  [
    'envsafe',
    'a.ts',
    "import { envsafe, str } from 'envsafe';\nenvsafe({ A: str(), B: str({ default: 'x' }) });\n",
    { A: r, B: d },
  ],
  [
    'znv',
    'a.ts',
    "import { parseEnv } from 'znv';\nparseEnv(process.env, { A: z.string(), B: z.string().optional() });\n",
    { A: r, B: d },
  ],
  [
    'T3 Env',
    'a.ts',
    "import { createEnv } from '@t3-oss/env-core';\ncreateEnv({ server: { A: z.string() }, runtimeEnv: process.env });\n",
    { A: r },
  ],
  [
    'zod',
    'a.ts',
    'const s = z.object({ A: z.string(), B: z.string().default("x") });\ns.parse(process.env);\n',
    { A: r, B: d },
  ],
  ['valibot', 'a.ts', 'const s = v.object({ A: v.string() });\nv.parse(s, process.env);\n', { A: r }],
  [
    'convict',
    'a.js',
    "const convict = require('convict');\nconvict({ port: { default: 1, env: 'A' } });\n",
    { A: d },
  ],
  [
    'Joi of Nest',
    'a.ts',
    'ConfigModule.forRoot({ validationSchema: Joi.object({ A: Joi.string().required(), B: Joi.number().default(1) }) });\n',
    { A: r, B: d },
  ],
  [
    'Joi, apart',
    'a.js',
    'const schema = Joi.object().keys({ A: Joi.string().required() }).unknown();\nschema.prefs({}).validate(process.env);\n',
    { A: r },
  ],
  [
    'class-validator of Nest',
    'a.ts',
    'class EnvironmentVariables {\n  @IsNumber()\n  A: number;\n\n  @IsOptional()\n  B?: string;\n}\nexport function validate(config: Record<string, unknown>) {\n  return plainToInstance(EnvironmentVariables, config);\n}\n',
    { A: r, B: d },
  ],
  [
    'ConfigService',
    'a.ts',
    "import { ConfigService } from '@nestjs/config';\nuse(config.getOrThrow('A'), config.get<string>('B', 'x'));\n",
    { A: r, B: d },
  ],
  [
    'nconf',
    'a.js',
    "const nconf = require('nconf');\nnconf.argv().env();\nuse(nconf.get('A_B'));\n",
    { A_B: d },
  ],
  [
    'env-schema',
    'a.js',
    "const envSchema = require('env-schema');\nenvSchema({ schema: { type: 'object', required: ['A'], properties: { A: { type: 'string' }, B: { type: 'number', default: 1 } } } });\n",
    { A: r, B: d },
  ],
  [
    'Nuxt',
    'nuxt.config.ts',
    "export default defineNuxtConfig({ runtimeConfig: { apiSecret: '', public: { apiBase: '/api' } } });\n",
    { NUXT_API_SECRET: d, NUXT_PUBLIC_API_BASE: d },
  ],
  [
    'SvelteKit',
    'a.ts',
    "import { A } from '$env/static/private';\nimport { env } from '$env/dynamic/private';\nuse(A, env.B);\n",
    { A: r, B: r },
  ],
  [
    'Astro',
    'a.ts',
    "import { getSecret, A } from 'astro:env/server';\nuse(A, getSecret('B'));\n",
    { A: r, B: r },
  ],
  [
    'Strapi',
    'config/server.js',
    "module.exports = ({ env }) => ({ host: env('A', 'x'), port: env.int('B') });\n",
    { A: d, B: r },
  ],
  ['Adonis', 'a.ts', "import env from '#start/env';\nuse(env.get('A'));\n", { A: r }],
  [
    'Effect',
    'a.ts',
    "import { Config } from 'effect';\nuse(Config.string('A'), Config.redacted('B'));\n",
    { A: r, B: r },
  ],

  [
    'os.environ',
    'a.py',
    'import os\nuse(os.environ["A"], os.environ.get("B", 1), os.getenv("C", "x"))\n',
    { A: r, B: d, C: d },
  ],
  ['from os import', 'a.py', 'from os import environ, getenv\nuse(environ["A"])\n', { A: r }],
  ['environb', 'a.py', 'import os\nuse(os.environb[b"A"])\n', { A: r }],
  [
    'environs',
    'a.py',
    'from environs import Env\nenv = Env()\nuse(env.str("A"), env.int("B", 1))\n',
    { A: r, B: d },
  ],
  [
    'django-environ',
    'a.py',
    'import environ\nenv = environ.Env()\nuse(env("A"), env.db("B"), env.bool("C", default=False))\n',
    { A: r, B: r, C: d },
  ],
  [
    'decouple',
    'a.py',
    'from decouple import config\nuse(config("A"), config("B", default=1, cast=int))\n',
    { A: r, B: d },
  ],
  [
    'dj-database-url',
    'a.py',
    'import dj_database_url\nuse(dj_database_url.config(), dj_database_url.config(env="A"))\n',
    { DATABASE_URL: d, A: d },
  ],
  [
    'pydantic',
    'a.py',
    'from pydantic_settings import BaseSettings\nclass S(BaseSettings):\n    a: str\n    b: int = 1\n',
    { A: r, B: d },
  ],
  [
    'starlette',
    'a.py',
    'from starlette.config import Config\nconfig = Config(".env")\nuse(config("A", cast=bool, default=False))\n',
    { A: d },
  ],
  [
    'everett',
    'a.py',
    'from everett.manager import ConfigManager\nconfig = ConfigManager.basic_config()\nuse(config("A"), config("B", default="1"))\n',
    { A: r, B: d },
  ],
  [
    'Flask',
    'a.py',
    'app.config.from_envvar("A")\napp.config.from_envvar("B", silent=True)\n',
    { A: r, B: d },
  ],
  [
    'environ-config',
    'a.py',
    'import environ\n@environ.config(prefix="APP")\nclass C:\n    host = environ.var()\n    port = environ.var(1, converter=int)\n',
    { APP_HOST: r, APP_PORT: d },
  ],
  ['click', 'a.py', '@click.option("--a", envvar="A")\ndef f(a): pass\n', { A: d }],

  [
    'ENV',
    'a.rb',
    'use ENV["A"], ENV.fetch("B"), ENV.fetch("C", 1), ENV.key?("D")\n',
    { A: r, B: r, C: d, D: d },
  ],
  ['lists', 'a.rb', 'ENV.values_at("A", "B")\nDotenv.require_keys("C")\n', { A: d, B: d, C: r }],
  ['Figaro', 'a.rb', 'use Figaro.env.a_b!\nFigaro.require_keys("C", "D")\n', { A_B: r, C: r, D: r }],
  [
    'anyway_config',
    'a.rb',
    'class HerokuConfig < Anyway::Config\n  attr_config :app_id, region: "eu"\n  required :app_id\nend\n',
    { HEROKU_APP_ID: r, HEROKU_REGION: d },
  ],
  [
    'anyway_config, named',
    'a.rb',
    'module My\n  class Config < Anyway::Config\n    config_name :shop\n    attr_config :host\n  end\nend\n',
    { SHOP_HOST: d },
  ],
  [
    'Hanami',
    'a.rb',
    'class Settings < Hanami::Settings\n  setting :database_url, constructor: Types::String\n  setting :level, default: "info"\nend\n',
    { DATABASE_URL: r, LEVEL: d },
  ],
  ['ENVied', 'a.rb', 'use ENVied.A_B\n', { A_B: r }],

  ['getenv', 'a.php', "<?php\nuse_it(getenv('A'), $_ENV['B'], $_SERVER['C'] ?? 1);\n", { A: r, B: r, C: d }],
  ['Laravel', 'config/a.php', "<?php\nreturn ['a' => env('A'), 'b' => env('B', 1)];\n", { A: r, B: d }],
  [
    'Symfony',
    'a.php',
    "<?php\nclass A { function __construct(#[Autowire('%env(A)%')] $a, #[Autowire(env: 'int:B')] $b) {} }\n",
    { A: r, B: r },
  ],
  [
    'phpdotenv',
    'a.php',
    "<?php\n$dotenv->required(['A', 'B'])->notEmpty();\n$dotenv->required('C');\n$dotenv->ifPresent('D')->isInteger();\n",
    { A: r, B: r, C: r, D: d },
  ],

  [
    'System.getenv',
    'A.java',
    'class A { void f() { use(System.getenv("A"), System.getenv().get("B")); } }\n',
    { A: r, B: r },
  ],
  [
    '@Value',
    'A.java',
    `class A { @Value("\${A_B}") String a; @Value("\${app.base-url}") String b; @Value("\${shop.host:x}") String c; }\n`,
    { A_B: r, APP_BASEURL: d, SHOP_HOST: d },
  ],
  [
    'Environment',
    'A.java',
    'class A { Environment env; void f() { use(env.getProperty("A_A"), env.getRequiredProperty("shop.host")); } }\n',
    { A_A: r, SHOP_HOST: d },
  ],
  [
    '@ConfigurationProperties',
    'A.java',
    '@ConfigurationProperties(prefix = "shop.mail")\npublic class A {\n  private String hostName;\n  private int port = 25;\n  private static final int MAX = 1;\n}\n',
    { SHOP_MAIL_HOSTNAME: d, SHOP_MAIL_PORT: d },
  ],
  [
    '@ConfigurationProperties of a record',
    'A.java',
    '@ConfigurationProperties("shop")\npublic record A(String host, int port) {}\n',
    { SHOP_HOST: d, SHOP_PORT: d },
  ],
  [
    'MicroProfile',
    'A.java',
    'class A { @ConfigProperty(name = "shop.host") String a; @Inject @ConfigProperty(name = "B_B") String b; }\n',
    { SHOP_HOST: d, B_B: r },
  ],
  ['dotenv-java', 'A.java', 'class A { void f() { use(dotenv.get("A")); } }\n', { A: r }],

  [
    'os',
    'a.go',
    `package a\n\nimport "os"\n\nfunc f() {\n\tuse(os.Getenv("A"))\n\tb, ok := os.LookupEnv("B")\n\tuse(os.ExpandEnv("x://\${C}:$D"))\n}\n`,
    { A: r, B: d, C: r, D: r },
  ],
  [
    'caarlos0/env',
    'a.go',
    'package a\n\ntype C struct {\n\tA string `env:"A,required"`\n\tB string `env:"B" envDefault:"x"`\n}\n',
    { A: r, B: d },
  ],
  [
    'caarlos0/env, nested',
    'a.go',
    'package a\n\ntype C struct {\n\tDB struct {\n\t\tHost string `env:"HOST,required"`\n\t} `envPrefix:"DB_"`\n}\n',
    { DB_HOST: r },
  ],
  [
    'sethvargo/go-envconfig',
    'a.go',
    'package a\n\ntype C struct {\n\tA string `env:"A, required"`\n\tB string `env:"B, default=x"`\n}\n',
    { A: r, B: d },
  ],
  [
    'kelseyhightower/envconfig',
    'a.go',
    'package a\n\nimport "github.com/kelseyhightower/envconfig"\n\ntype Spec struct {\n\tDebug bool\n\tAPIKey string `required:"true" split_words:"true"`\n\tManualName string `envconfig:"MANUAL"`\n}\n\nfunc f() {\n\tvar s Spec\n\tenvconfig.Process("my", &s)\n}\n',
    { MY_DEBUG: d, MY_API_KEY: r, MANUAL: d },
  ],
  [
    'viper',
    'a.go',
    'package a\n\nimport "github.com/spf13/viper"\n\nfunc f() {\n\tviper.SetEnvPrefix("shop")\n\tviper.SetEnvKeyReplacer(strings.NewReplacer(".", "_", "-", "_"))\n\tviper.AutomaticEnv()\n\tviper.BindEnv("id")\n\tviper.BindEnv("key", "THE_KEY")\n\tuse(viper.GetString("db.host-name"))\n}\n',
    { SHOP_ID: d, THE_KEY: d, SHOP_DB_HOST_NAME: d },
  ],
  [
    'ardanlabs/conf',
    'a.go',
    'package a\n\ntype C struct {\n\tA string `conf:"default:x,env:A_A"`\n}\n',
    { A_A: d },
  ],
  [
    'cleanenv',
    'a.go',
    'package a\n\ntype C struct {\n\tA string `env:"A" env-required:"true"`\n\tB string `yaml:"b" env:"B" env-default:"x"`\n}\n',
    { A: r, B: d },
  ],
  [
    'urfave/cli',
    'a.go',
    'package a\n\nvar f = &cli.StringFlag{EnvVars: []string{"A"}, Sources: cli.EnvVars("B", "C")}\n',
    { A: d, B: d, C: d },
  ],
  ['envy', 'a.go', 'package a\n\nfunc f() {\n\tuse(envy.Get("A", "x"))\n}\n', { A: d }],

  [
    'Environment',
    'A.cs',
    'var a = Environment.GetEnvironmentVariable("A");\nvar b = Environment.GetEnvironmentVariable("B") ?? "x";\n',
    { A: r, B: d },
  ],
  [
    'IConfiguration',
    'A.cs',
    'var a = builder.Configuration["A_A"];\nvar b = Configuration["Mail:Host"];\nvar c = _configuration.GetValue<int>("Mail:Port", 25);\n',
    { A_A: r, Mail__Host: d, Mail__Port: d },
  ],
  [
    'connection strings and sections',
    'A.cs',
    'var a = builder.Configuration.GetConnectionString("Shop");\nvar b = config.GetSection("Mail:Smtp").Get<Smtp>();\n',
    { ConnectionStrings__Shop: d },
  ],

  [
    'std::env',
    'a.rs',
    'fn f() { use_it(std::env::var("A").unwrap(), env::var("B").unwrap_or_default(), std::env::var_os("C")); }\n',
    { A: r, B: d, C: r },
  ],
  ['dotenvy', 'a.rs', 'fn f() { use_it(dotenvy::var("A").unwrap()); }\n', { A: r }],
  [
    'clap',
    'a.rs',
    'struct A {\n    #[arg(long, env = "A")]\n    a: String,\n    #[arg(long, env)]\n    b_b: String,\n}\n',
    { A: d, B_B: d },
  ],
  [
    'envconfig',
    'a.rs',
    '#[derive(Envconfig)]\nstruct A {\n    #[envconfig(from = "A")]\n    a: String,\n}\n',
    { A: r },
  ],
  [
    'envy',
    'a.rs',
    '#[derive(Deserialize)]\nstruct Config {\n    host: String,\n    port: Option<u16>,\n    #[serde(default)]\n    level: String,\n}\nfn f() {\n    let c = envy::prefixed("SHOP_").from_env::<Config>().unwrap();\n}\n',
    { SHOP_HOST: r, SHOP_PORT: d, SHOP_LEVEL: d },
  ],
];

describe('reads of the environment, in every way that a field knows', () => {
  for (const [way, path, text, reads] of idioms) {
    it(`${path}: ${way}`, () => {
      const found = languageOf(path)?.envReads(text) ?? [];
      const said = Object.fromEntries(found.map(({ name, hasDefault }) => [name, hasDefault ? d : r]));
      assert.deepEqual(said, reads);
      for (const { name, range, derived } of found)
        if (!derived) assert.equal(text.slice(range.start, range.end), name);
    });
  }
});
