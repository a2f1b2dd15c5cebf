import assert from 'node:assert/strict';
import type { Finding } from '../../../core/rule';
import { MemoryApp } from '../../harness/app';

const files = {
  Procfile: 'web: node server.js\n',
  'package.json': '{ "private": true, "dependencies": { "express": "5", "sequelize": "6", "bullmq": "5" } }',
  'server.js': "require('express')().listen(process.env.PORT);\nrequire('./lib/db');\n",
};

/** The related places of the one finding of a rule, as paths and what is said there. */
async function placesOf(rule: string, path: string, text: string): Promise<string[]> {
  const found: Finding[] = await new MemoryApp({ ...files, [path]: text }).check(path);
  const [one] = found.filter((finding) => finding.rule === rule);
  assert.ok(one, `${rule} says nothing of ${path}`);
  return (one.related ?? []).map((place) => `${place.path}:${place.start.line + 1} ${place.message}`);
}

describe('findings in code that a command starts', () => {
  const inProcess = ['Procfile:1 This command starts it.', 'server.js:1 It begins in this file.'];
  for (const [rule, text] of [
    ['admin/migration-at-boot', "const { Sequelize } = require('sequelize');\nnew Sequelize(url).sync();\n"],
    ['concurrency/worker-in-web', "const { Worker } = require('bullmq');\nnew Worker('mails', send);\n"],
    ['disposability/abrupt-exit', "process.on('SIGTERM', () => process.exit(0));\n"],
    ['disposability/sigterm-ignored', "process.on('SIGTERM', () => {});\n"],
  ] as const) {
    it(`bring the command and the entry file along: ${rule}`, async () => {
      assert.deepEqual(await placesOf(rule, 'lib/db.js', text), inProcess);
    });
  }

  it('name no file twice', async () => {
    const text = "require('express')().listen(process.env.PORT);\n";
    assert.deepEqual(await placesOf('disposability/no-sigterm-handler', 'server.js', text), [
      'Procfile:1 This command starts it.',
    ]);
  });
});
