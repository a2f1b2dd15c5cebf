import assert from 'node:assert/strict';
import { moveIn } from '../../harness/move';

const rails = { Gemfile: "gem 'rails'\n" };
const symfony = { 'composer.json': '{ "require": { "symfony/framework-bundle": "7.1.0" } }' };

describe('Move to env var in a configuration file', () => {
  const cases: readonly [file: string, marked: string, after: string, around?: Record<string, string>][] = [
    [
      'config/cable.yml',
      'production:\n  url: «redis://a»\n',
      'production:\n  url: <%= ENV["NAME"] %>\n',
      rails,
    ],
    ['config/packages/a.yaml', 'dsn: «smtp://a»\n', "dsn: '%env(NAME)%'\n", symfony],
    ['config/packages/a.yaml', "dsn: '«smtp://a»'\n", "dsn: '%env(NAME)%'\n", symfony],
    ['src/main/resources/application.properties', 'a.url=«http://a»\n', `a.url=\${NAME}\n`],
    ['src/main/resources/application-prod.yml', 'a:\n  url: "«http://a»"\n', `a:\n  url: "\${NAME}"\n`],
    ['schema.prisma', 'datasource db {\n  url = "«a://b»"\n}\n', 'datasource db {\n  url = env("NAME")\n}\n'],
    [
      'compose.yaml',
      'services:\n  a:\n    environment:\n      - K=«v»\n',
      `services:\n  a:\n    environment:\n      - K=\${NAME}\n`,
    ],
    ['serverless.yml', 'custom:\n  url: «http://a»\n', `custom:\n  url: \${env:NAME}\n`],
  ];
  for (const [path, marked, after, around = {}] of cases) {
    it(`writes ${path} in its framework’s own way: ${after.trim().split('\n').at(-1)?.trim()}`, async () => {
      const moved = await moveIn({ [path]: marked, ...around });
      assert.equal(moved?.files.get(path), after);
      assert.match(moved.files.get('.env') ?? '', /^NAME=\S+\n$/);
    });
  }

  for (const path of ['appsettings.json', 'config/default.json', 'config/cable.yml', 'settings.ini']) {
    it(`is refused where nothing fills the file: ${path}`, async () => {
      const text = path.endsWith('.json') ? '{ "url": "«http://a»" }' : 'url: «http://a»\n';
      assert.equal(await moveIn({ [path]: text }), undefined);
    });
  }

  it('is refused where a variable stands already', async () => {
    assert.equal(await moveIn({ 'serverless.yml': `url: «\${env:URL}»\n` }), undefined);
  });
});
