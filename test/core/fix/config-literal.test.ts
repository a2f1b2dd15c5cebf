import assert from 'node:assert/strict';
import { configLiteralAt } from '../../../core/fix/config-literal';
import { MemoryApp } from '../../harness/app';
import { moveIn } from '../../harness/move';

function nameAt(path: string, text: string, part: string): string | undefined {
  const start = text.indexOf(part);
  const app = new MemoryApp({ [path]: text }).picture.appOf(path);
  return configLiteralAt(path, text, { start, end: start }, app)?.name;
}

describe('A value of a configuration file under the cursor', () => {
  it('is named by the keys that lead to it', () => {
    const spring = 'src/main/resources/application.yml';
    const text = 'spring:\n  datasource:\n    password: ohk3yohRaeJ7\n';
    assert.equal(nameAt(spring, text, 'ohk3'), 'SPRING_DATASOURCE_PASSWORD');
    const compose = 'services:\n  web:\n    build: .\n    environment:\n      MAIL_HOST: mail.internal\n';
    assert.equal(nameAt('compose.yaml', compose, 'mail.'), 'MAIL_HOST');
    assert.equal(nameAt('compose.yaml', compose, '.'), undefined);
    assert.equal(nameAt('other.yaml', compose, 'mail.'), undefined);
  });

  it('is none where it is more than plain text, or a variable stands there already', () => {
    const spring = 'src/main/resources/application.yml';
    for (const value of ['"x\\ny"', '${' + 'OTHER}', '*anchor', '{ a: b }'])
      assert.equal(nameAt(spring, `a:\n  key: ${value}\n`, value.slice(1, 3)), undefined);
  });

  it('stays where the variable is not set, as far as the file can say so', async () => {
    const files = ['src/main/resources/application.yml', 'compose.yaml', 'serverless.yml'] as const;
    const after = [`\${NAME:8080}`, `\${NAME:-8080}`, `\${env:NAME}`];
    for (const [index, path] of files.entries()) {
      const moved = await moveIn({ [path]: 'server:\n  port: «8080»\n' }, { keepAsFallback: true });
      assert.equal(moved?.files.get(path), `server:\n  port: ${after[index]}\n`);
    }
  });
});
