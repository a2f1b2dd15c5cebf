import assert from 'node:assert/strict';
import { everywhereFix } from '../../../core/fix/move-to-env';
import { languageOf } from '../../../core/linter';
import { reparse } from '../../../core/syntax/reparse';
import { applyEdits } from '../../../core/text';
import { linter, MemoryApp } from '../../harness/app';
import { type MoveOptions, moveIn } from '../../harness/move';
import { withParsed } from '../../harness/parsed';

describe('Move to env var, by the habit of the file', () => {
  const cases: readonly [path: string, before: string, after: string, options?: MoveOptions][] = [
    ['settings.py', 'import environ\nenv = environ.Env()\nHOST = «"db"»\n', 'HOST = env("NAME")'],
    [
      'settings.py',
      'import environ\nenv = environ.Env()\nPORT = «5432»\n',
      'PORT = env.int("NAME")',
      { cast: 'number' },
    ],
    ['app.py', 'from environs import Env\nenv = Env()\nHOST = «"db"»\n', 'HOST = env("NAME")'],
    ['settings.py', 'from decouple import config\nHOST = «"db"»\n', 'HOST = config("NAME")'],
    [
      'settings.py',
      'from decouple import config\nN = «4»\n',
      'N = config("NAME", cast=int)',
      { cast: 'number' },
    ],
    [
      'settings.py',
      'from decouple import config\nHOST = «"db"»\n',
      'HOST = config("NAME", default="db")',
      { keepAsFallback: true },
    ],
    [
      'a.js',
      "const env = require('env-var');\nconst host = «'db'»;\n",
      "const host = env.get('NAME').required().asString();",
    ],
    [
      'a.ts',
      "import env from 'env-var';\nconst n = «4»;\n",
      "const n = env.get('NAME').required().asInt();",
      { cast: 'number' },
    ],
    [
      'a.service.ts',
      "class A {\n  constructor(private readonly config: ConfigService) {}\n  host() {\n    return «'db'»;\n  }\n}\n",
      "return this.config.getOrThrow<string>('NAME');",
    ],
    ['config/shop.php', "<?php\nreturn ['key' => env('KEY'), 'host' => «'db'»];\n", "'host' => env('NAME')"],
    [
      'main.go',
      'package main\n\nfunc getEnv(key, fallback string) string {\n\treturn ""\n}\n\nfunc main() {\n\tconnect(«"db"»)\n}\n',
      'connect(getEnv("NAME", "db"))',
      { keepAsFallback: true },
    ],
    [
      'main.go',
      'package main\n\nimport "github.com/spf13/viper"\n\nfunc main() {\n\tviper.AutomaticEnv()\n\tconnect(«"db"»)\n}\n',
      'connect(viper.GetString("NAME"))',
    ],
    [
      'Program.cs',
      'var x = builder.Configuration["A"];\nvar host = «"db"»;\n',
      'var host = builder.Configuration["NAME"]!;',
    ],
    [
      'A.java',
      'import org.springframework.core.env.Environment;\nclass A {\n  private final Environment env;\n  String host() { return «"db"»; }\n}\n',
      'return env.getRequiredProperty("NAME");',
    ],
  ];
  for (const [path, before, after, options] of cases) {
    it(`${path}: ${after}`, async () => {
      const moved = await moveIn({ [path]: before }, options);
      const text = moved?.files.get(path) ?? '';
      assert.ok(text.includes(after), text);
      const language = languageOf(path);
      assert.ok(language && !(await withParsed(language, text, ({ hasError }) => hasError)), text);
    });
  }

  it('moves all literals that say the same, where there are several', async () => {
    const text = "connect('db.internal');\nping('db.internal', 'other');\n";
    const app = new MemoryApp({ 'a.js': text });
    const language = languageOf('a.js');
    assert.ok(language);
    const range = { start: 8, end: 21 };
    const literal = { range, name: 'DB_HOST', cast: 'string', keepAsFallback: false } as const;
    const parsed = reparse(await linter.grammars.load(language.grammar), text);
    assert.ok(parsed);
    const target = { path: 'a.js', text, language, tree: parsed.tree };
    const fixes = everywhereFix(target, literal, app.picture.appOf('a.js'));
    parsed.tree.delete();
    const [fix] = fixes;
    assert.match(fix?.title ?? '', /in all 2 places/);
    const own = fix?.edits.filter(({ path }) => path === 'a.js') ?? [];
    assert.equal(
      applyEdits(text, own),
      "connect(process.env.DB_HOST);\nping(process.env.DB_HOST, 'other');\n",
    );
    assert.equal(fix?.edits.filter(({ path }) => path === '.env').length, 1);
  });

  it('lists the name where compose files and app.json list others that the app reads', async () => {
    const compose = [
      'services:',
      '  web:',
      '    build: .',
      '    environment:',
      '      SHOP_MODE: fast',
      '  worker:',
      '    build: .',
      '    environment:',
      '      - SHOP_MODE=slow',
      '  db:',
      '    image: postgres',
      '    environment:',
      '      POSTGRES_PASSWORD: x',
      '',
    ].join('\n');
    const moved = await moveIn({
      'app.js': "start(process.env.SHOP_MODE, «'db.internal'»);\n",
      'compose.yaml': compose,
      'app.json': '{\n  "env": {\n    "SHOP_MODE": "fast"\n  }\n}\n',
    });
    const after = moved?.files.get('compose.yaml') ?? '';
    const dollar = '$';
    assert.ok(after.includes(`      SHOP_MODE: fast\n      NAME: ${dollar}{NAME}\n`), after);
    assert.ok(after.includes('      - SHOP_MODE=slow\n      - NAME\n'), after);
    assert.ok(after.includes('      POSTGRES_PASSWORD: x\n') && after.match(/NAME: /g)?.length === 1);
    assert.deepEqual(JSON.parse(moved?.files.get('app.json') ?? '{}').env, {
      SHOP_MODE: 'fast',
      NAME: { required: true },
    });
    assert.ok(
      moved?.edits.filter(({ path }) => /compose|app\.json/.test(path)).every(({ note }) => note?.confirm),
    );
  });
});
