import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver/node';
import { type ChooseFixArguments, type ChooseFixResult, chooseFixMethod } from '../../core/protocol';
import { MemoryClient } from '../harness/memory-client';

const files = {
  '.nvmrc': '18\n',
  Dockerfile: 'FROM node:22\nCMD ["node", "server.js"]\n',
  '.github/workflows/ci.yml':
    'on: push\njobs:\n  test:\n    steps:\n      - uses: actions/setup-node@v4\n        with:\n          node-version: 20\n',
  'package.json': '{ "name": "shop", "private": true }\n',
};

async function argumentOf(client: MemoryClient): Promise<ChooseFixArguments> {
  client.open('.nvmrc');
  const actions = await client.request<(CodeAction | null)[]>('textDocument/codeAction', {
    textDocument: { uri: client.uri('.nvmrc') },
    range: client.rangeOf('.nvmrc', '18'),
    context: { diagnostics: [] },
  });
  const action = actions.find((one) => one?.title === 'Choose the version of Node.js…');
  return action?.command?.arguments?.[0] as ChooseFixArguments;
}

function choose(client: MemoryClient, { uri, ...rest }: ChooseFixArguments, choice: string) {
  const params = { textDocument: { uri }, ...rest, choice };
  return client.request<ChooseFixResult<WorkspaceEdit>>(chooseFixMethod, params);
}

describe('server: a fix that can be done in several ways', () => {
  it('lists them, production first, and gives the edit of the chosen one', () =>
    MemoryClient.with(files, async (client) => {
      const argument = await argumentOf(client);
      assert.deepEqual(
        argument.choices.map(({ label, description }) => `${label}: ${description}`),
        [
          '22: in a deploy (Dockerfile)',
          '20: in CI (.github/workflows/ci.yml)',
          '18: on a developer’s machine (.nvmrc)',
        ],
      );
      const made = await choose(client, argument, '20');
      const texts = client.applied(made?.edit ?? {});
      assert.equal(texts['.nvmrc'], '20\n');
      assert.match(texts.Dockerfile ?? '', /^FROM node:20$/m);
    }));

  it('gives none for a choice that is not there', () =>
    MemoryClient.with(files, async (client) => {
      const argument = await argumentOf(client);
      assert.equal(await choose(client, argument, '99'), null);
      assert.equal(await choose(client, { ...argument, title: 'Other' }, '20'), null);
    }));
});
