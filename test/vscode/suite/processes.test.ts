import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeActionsAt, diagnosticsWhen, diagnosticWith, openFile, uriOf } from '../../harness/editor/host';

const files: Readonly<Record<string, string>> = {
  'shop/package.json': '{ "name": "shop", "private": true, "dependencies": { "express": "5" } }\n',
  'shop/Procfile': 'web: npx sequelize db:migrate && node server.js\n',
  'shop/server.js':
    "const express = require('express');\n\nconst app = express();\napp.listen(process.env.PORT);\nprocess.on('unhandledRejection', () => {});\n",
  'shop/consumer.js':
    "const amqp = require('amqplib');\n\nchannel.consume('orders', handle, { noAck: true });\n",
};

/** Puts in the fix of a finding, and waits until it is no longer found. */
async function fix(path: string, rule: string, title: string): Promise<string> {
  const { document } = await openFile(path);
  const found = await diagnosticWith(document.uri, rule);
  const actions = await codeActionsAt(document.uri, found.range);
  const action = actions.find((one) => one.title === title);
  assert.ok(action?.edit, `${title} is not among ${actions.map((one) => one.title).join(', ')}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
  await diagnosticsWhen(document.uri, (all) =>
    all.every(({ code }) => (typeof code === 'object' ? code.value : code) !== rule) ? true : undefined,
  );
  return document.getText();
}

describe('processes', () => {
  before(async () => {
    for (const [path, text] of Object.entries(files))
      await vscode.workspace.fs.writeFile(uriOf(path), new TextEncoder().encode(text));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf('shop'), { recursive: true });
  });

  it('get a graceful stop where their server has none, with the command that starts it beside it', async () => {
    await openFile('shop/server.js');
    const found = await diagnosticWith(uriOf('shop/server.js'), 'disposability/no-sigterm-handler');
    const related = found.relatedInformation?.map(({ location }) => location.uri.path.split('/').at(-1));
    assert.deepEqual(related, ['Procfile']);
    const text = await fix(
      'shop/server.js',
      'disposability/no-sigterm-handler',
      'Finish open work on SIGTERM',
    );
    assert.match(text, /const server = app\.listen\(process\.env\.PORT\);\n\nprocess\.once\('SIGTERM'/);
  });

  it('give their migration to the release process type', async () => {
    const text = await fix(
      'shop/Procfile',
      'admin/migration-at-boot',
      'Move the migration to the release process type',
    );
    assert.equal(text, 'web: node server.js\nrelease: npx sequelize db:migrate\n');
  });

  it('are told of at their name: what they start, and what that does on SIGTERM', async () => {
    await openFile('shop/Procfile');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uriOf('shop/Procfile'),
      new vscode.Position(0, 1),
    );
    const told = hovers
      .flatMap(({ contents }) => contents)
      .map((one) => (typeof one === 'string' ? one : one.value))
      .join('\n');
    assert.match(told, /Starts \[shop\/server\.js\]\(.+\) with Express\./);
  });

  it('are told of jobs that are acknowledged before they are done', async () => {
    const { document } = await openFile('shop/consumer.js');
    const found = await diagnosticWith(document.uri, 'disposability/auto-ack');
    assert.equal(document.getText(found.range), 'true');
  });
});
