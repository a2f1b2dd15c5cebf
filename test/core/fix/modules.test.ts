import assert from 'node:assert/strict';
import { languageOf } from '../../../core/linter';
import { type MoveOptions, moveIn } from '../../harness/move';
import { withParsed } from '../../harness/parsed';

/** What is marked moves; `after` are parts of the files as they are then. */
interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, readonly string[]>>;
  readonly options?: MoveOptions;
}

const T3 = [
  "import { createEnv } from '@t3-oss/env-nextjs';",
  "import { z } from 'zod';",
  '',
  'export const env = createEnv({',
  '  server: {',
  '    DATABASE_URL: z.string().url(), // the database',
  '    NODE_ENV: z.enum(["development", "test", "production"]),',
  '  },',
  '  client: {},',
  '  runtimeEnv: {',
  '    DATABASE_URL: process.env.DATABASE_URL,',
  '    NODE_ENV: process.env.NODE_ENV,',
  '  },',
  '});',
  '',
].join('\n');
const ZOD = [
  "import { z } from 'zod';",
  '',
  'const schema = z.object({',
  '  PORT: z.coerce.number().default(3000),',
  '  HOST: z.string().regex(/^[\\w"{]+$/)',
  '});',
  '',
  'export const config = schema.parse(process.env);',
  '',
].join('\n');
const ENVALID = [
  "const { cleanEnv, str } = require('envalid');",
  '',
  'const env = cleanEnv(process.env, { DATABASE_URL: str() });',
  '',
  'module.exports = env;',
  '',
].join('\n');
const CONVICT = [
  "const convict = require('convict');",
  '',
  'const config = convict({',
  "  port: { format: 'port', default: 0, env: 'PORT' },",
  '});',
  '',
  'module.exports = config;',
  '',
].join('\n');
const OBJECT = [
  'export const config = {',
  "  databaseUrl: process.env.DATABASE_URL || 'postgres://localhost/shop',",
  '  sessionSecret: process.env.SESSION_SECRET // from the vault',
  '};',
  '',
].join('\n');
const PYDANTIC = [
  'from pydantic_settings import BaseSettings',
  '',
  '',
  'class Settings(BaseSettings):',
  '    database_url: str',
  '    origins: list[str] = [',
  '        "a",',
  '    ]',
  '',
  '    model_config = SettingsConfigDict(env_file=".env")',
  '',
  '',
  'settings = Settings()',
  '',
].join('\n');
const DJANGO = [
  'import environ',
  '',
  'env = environ.Env()',
  'INSTALLED_APPS = ["shop"]',
  'DATABASES = {"default": env.db()}',
  '',
].join('\n');
const SERVICES = [
  '<?php',
  '',
  'return [',
  "    'mailgun' => [",
  "        'domain' => env('MAILGUN_DOMAIN'),",
  '    ],',
  '];',
  '',
].join('\n');

const CASES: readonly Case[] = [
  {
    title: 't3-env: the server schema and runtimeEnv, by the alias that others use',
    files: {
      'src/server/mail/send.ts': "send(«'key-1'»);\n",
      'src/env.ts': T3,
      'src/other.ts': "import { env } from '~/env';\nuse(env.DATABASE_URL);\n",
    },
    after: {
      'src/server/mail/send.ts': ["import { env } from '~/env';", 'send(env.NAME);'],
      'src/env.ts': [
        '"production"]),\n    NAME: z.string(),\n  },',
        'process.env.NODE_ENV,\n    NAME: process.env.NAME,\n  },',
      ],
    },
  },
  {
    title: 't3-env: what it knows already is only read',
    files: { 'src/a.ts': "open(«'x'»);\n", 'src/env.ts': T3 },
    after: { 'src/a.ts': ["import { env } from './env';", 'open(env.DATABASE_URL);'] },
    options: { name: 'DATABASE_URL' },
  },
  {
    title: 'zod: a schema without a last comma and with a pattern in it, from a file that imports it already',
    files: {
      'src/jobs/a.js': 'import { config } from "../config.js";\n\nwait(«7»);\n',
      'src/config.js': ZOD,
    },
    after: {
      'src/jobs/a.js': ['import { config } from "../config.js";\n\nwait(config.NAME);'],
      'src/config.js': ['regex(/^[\\w"{]+$/),\n  NAME: z.coerce.number().int()\n});'],
    },
    options: { cast: 'number' },
  },
  {
    title: 'zod: parsed on the spot, with a default, under another name where the file has one like it',
    files: {
      'src/a.ts': "const env = 'x';\nopen(«'y'», env);\n",
      'src/env.ts':
        "import { z } from 'zod';\nconst parsed = z.object({ A: z.string() }).safeParse(process.env);\nexport const env = parsed.data;\n",
    },
    after: {
      'src/a.ts': ["import { env as appEnv } from './env';", 'open(appEnv.NAME, env);'],
      'src/env.ts': ["z.object({ A: z.string(), NAME: z.string().default('y') })"],
    },
    options: { keepAsFallback: true },
  },
  {
    title: 'convict: a setting more',
    files: { 'lib/a.js': "const fs = require('fs');\nwait(«7»);\n", 'lib/config.js': CONVICT },
    after: {
      'lib/a.js': ["const config = require('./config');\nwait(config.get('name'));"],
      'lib/config.js': ["  name: { format: 'int', default: null, env: 'NAME' },\n});"],
    },
    options: { cast: 'number' },
  },
  {
    title: 'envalid: with the validator it needs, by require',
    files: {
      'lib/a.js': "const fs = require('fs');\nwait(«7»);\n",
      'lib/env.js': ENVALID,
    },
    after: {
      'lib/a.js': ["const fs = require('fs');\nconst env = require('./env');\nwait(env.NAME);"],
      'lib/env.js': [
        "const { cleanEnv, str, num } = require('envalid');",
        'DATABASE_URL: str(), NAME: num() }',
      ],
    },
    options: { cast: 'number' },
  },
  {
    title: 'a module with one object of all configuration, its keys spelled as the others',
    files: {
      'src/mail.ts':
        "import { config } from './config';\nconst host = «'smtp.internal'»;\nuse(config.databaseUrl);\n",
      'src/config.ts': OBJECT,
    },
    after: {
      'src/mail.ts': ['const host = config.smtpHost;'],
      'src/config.ts': [
        'process.env.SESSION_SECRET, // from the vault\n  smtpHost: process.env.SMTP_HOST as string\n};',
      ],
    },
    options: { name: 'SMTP_HOST' },
  },
  {
    title: 'pydantic: a field behind the last one, imported as others do',
    files: {
      'app/mail/send.py': 'import smtplib\n\nhost = «"smtp.internal"»\n',
      'app/core/config.py': PYDANTIC,
      'app/main.py': 'from app.core.config import settings\n',
    },
    after: {
      'app/mail/send.py': ['from app.core.config import settings\nimport smtplib', 'host = settings.name'],
      'app/core/config.py': ['        "a",\n    ]\n    name: str\n'],
    },
  },
  {
    title: 'django: the settings read it as they read others',
    files: {
      'shop/views.py': 'from django.http import HttpResponse\n\nLIMIT = «10»\n',
      'config/settings.py': DJANGO,
    },
    after: {
      'shop/views.py': ['from django.conf import settings\n', 'LIMIT = settings.NAME'],
      'config/settings.py': ['env.db()}\n\nNAME = env.int("NAME")\n'],
    },
    options: { cast: 'number' },
  },
  {
    title: 'laravel: a key of the service, or a new one',
    files: {
      'app/Http/Mailer.php': "<?php\nsend(«'key-1'»);\n",
      'config/services.php': SERVICES,
      'composer.json': '{ "require": { "laravel/framework": "^11" } }',
    },
    after: {
      'app/Http/Mailer.php': ["send(config('services.mailgun.secret'));"],
      'config/services.php': [
        "        'domain' => env('MAILGUN_DOMAIN'),\n        'secret' => env('MAILGUN_SECRET'),\n    ],",
      ],
    },
    options: { name: 'MAILGUN_SECRET' },
  },
];

describe('Move to env var, by the module of the app', () => {
  for (const { title, files, after, options } of CASES) {
    it(title, async () => {
      const moved = await moveIn(files, options);
      assert.ok(moved);
      for (const [path, parts] of Object.entries(after)) {
        const text = moved.files.get(path) ?? '';
        for (const part of parts) assert.ok(text.includes(part), `${path}:\n${text}`);
        const language = languageOf(path);
        assert.ok(language && !(await withParsed(language, text, ({ hasError }) => hasError)), text);
      }
      assert.match(moved.files.get('.env') ?? '', new RegExp(`^${moved.name}=`, 'm'));
    });
  }

  it('a file that reads the environment by itself goes on so', async () => {
    const moved = await moveIn({
      'src/a.ts': "use(process.env.A, «'x'»);\n",
      'src/env.ts': T3,
    });
    assert.match(moved?.files.get('src/a.ts') ?? '', /process\.env\.NAME/);
    assert.equal(moved?.files.get('src/env.ts'), T3);
  });

  it('settings with a prefix, and a schema that ends nowhere, are left alone', async () => {
    const prefixed = PYDANTIC.replace('env_file=".env"', 'env_prefix="SHOP_"');
    const python = await moveIn({ 'app/a.py': 'HOST = «"x"»\n', 'app/config.py': prefixed });
    assert.match(python?.files.get('app/a.py') ?? '', /os\.environ\["NAME"\]/);
    const broken = await moveIn({ 'a.ts': "open(«'x'»);\n", 'env.ts': ZOD.replace('});', '') });
    assert.match(broken?.files.get('a.ts') ?? '', /process\.env\.NAME/);
  });
});
