import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Range, WorkspaceEdit } from 'vscode-languageserver/node';
import { type MoveToEnvVarResult, moveToEnvVarMethod } from '../../core/protocol';
import { MemoryClient } from '../harness/memory-client';

const worker = "import os\n\nmail_password = 'ohk3yohRaeJ7'\nattempts = 4\n";
const SPRING = 'src/main/resources/application.yml';
const files = { 'worker.py': worker, 'requirements.txt': 'python-dotenv\n', '.env': 'ATTEMPTS=7\n' };

function move(
  client: MemoryClient,
  range: Range,
  name?: string,
  path = 'worker.py',
): Promise<MoveToEnvVarResult<WorkspaceEdit>> {
  return client.request(moveToEnvVarMethod, {
    textDocument: { uri: client.uri(path) },
    range,
    ...(name === undefined ? {} : { name }),
  });
}

describe('server: twelveFactor/moveToEnvVar', () => {
  it('moves the literal under the name that was typed', () =>
    MemoryClient.with(files, async (client) => {
      client.open('worker.py');
      const made = await move(client, client.rangeOf('worker.py', "'ohk3yohRaeJ7'"), 'SMTP_SECRET');
      assert.equal(made?.name, 'SMTP_SECRET');
      const texts = client.applied(made.edit);
      assert.match(texts['worker.py'] ?? '', /^mail_password = os\.environ\['SMTP_SECRET'\]$/m);
      assert.equal(texts['.env'], 'ATTEMPTS=7\nSMTP_SECRET=ohk3yohRaeJ7\n');
    }));

  it('proposes a name, and another where that one holds another value', () =>
    MemoryClient.with(files, async (client) => {
      client.open('worker.py');
      const made = await move(client, client.rangeOf('worker.py', '4'));
      assert.equal(made?.name, 'ATTEMPTS_2');
      assert.match(
        client.applied(made.edit)['worker.py'] ?? '',
        /attempts = int\(os\.environ\['ATTEMPTS_2'\]\)/,
      );
    }));

  it('answers null where nothing can be moved, to that name or at all', () =>
    MemoryClient.with(files, async (client) => {
      const range = { start: { line: 3, character: 11 }, end: { line: 3, character: 12 } };
      assert.equal(await move(client, range), null);
      client.open('worker.py');
      assert.equal(await move(client, range, 'not a name'), null);
      assert.equal(await move(client, range, 'ATTEMPTS'), null);
      assert.equal(await move(client, client.rangeOf('worker.py', 'attempts')), null);
    }));

  it('adds the variable to the module of the app that is open nowhere', () =>
    MemoryClient.with(
      {
        'src/mail.ts': "send('key-1');\n",
        'src/env.ts':
          "import { cleanEnv, str } from 'envalid';\n\nexport const env = cleanEnv(process.env, {\n  A: str(),\n});\n",
        'package.json': '{}',
      },
      async (client) => {
        client.open('src/mail.ts');
        const made = await move(client, client.rangeOf('src/mail.ts', "'key-1'"), 'MAIL_KEY', 'src/mail.ts');
        const texts = client.applied(made?.edit ?? {});
        assert.match(texts['src/mail.ts'] ?? '', /^send\(env\.MAIL_KEY\);$/m);
        assert.match(texts['src/env.ts'] ?? '', /^ {2}A: str\(\),\n {2}MAIL_KEY: str\(\),\n\}\);$/m);
      },
    ));

  it('moves a value of Spring’s configuration', () =>
    MemoryClient.with({ [SPRING]: 'spring:\n  mail:\n    host: mail.internal\n' }, async (client) => {
      client.open(SPRING);
      const made = await move(client, client.rangeOf(SPRING, 'mail.internal'), undefined, SPRING);
      assert.equal(made?.name, 'SPRING_MAIL_HOST');
      const texts = client.applied(made?.edit ?? {});
      assert.match(texts[SPRING] ?? '', /host: \$\{SPRING_MAIL_HOST\}$/m);
    }));
});
