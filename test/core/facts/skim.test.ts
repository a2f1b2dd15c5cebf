import assert from 'node:assert/strict';
import { languageOf } from '../../../core/linter';
import { linter, MemoryApp } from '../../harness/app';

/** What a skim would have parsed, as `kind: literal`. */
function hits(path: string, text: string): string[] {
  const language = languageOf(path);
  assert.ok(language);
  return linter
    .skim(text, language)
    .hits.map(({ kind, at, length }) => `${kind}: ${text.slice(at, at + length)}`);
}

const needsTree = (path: string, text: string): boolean => {
  const language = languageOf(path);
  assert.ok(language);
  return linter.draft(path, text, language, new MemoryApp({}).picture.appOf(path)).needsTree;
};

describe('a skim', () => {
  it('finds nothing in most code', () => {
    for (const [path, text] of [
      ['app.js', "import pg from 'pg';\nexport const sum = (a, b) => a + b;\nconsole.log(sum(1, 2));\n"],
      ['app.py', 'import json\n\ndef add(a, b):\n    return a + b\n'],
      ['app.ts', 'export type Id = string;\nexport const id = (n: number): Id => String(n);\n'],
    ] as const) {
      assert.deepEqual(hits(path, text), []);
      assert.equal(needsTree(path, text), false);
    }
  });

  it('finds a call only where its library is imported', () => {
    const call = "new winston.transports.File({ filename: 'a.log' });\n";
    assert.ok(hits('app.js', `import winston from 'winston';\n${call}`).includes('call: File'));
    assert.ok(!hits('app.js', `import express from 'express';\n${call}`).includes('call: File'));
  });

  it('finds whole words only', () => {
    const text = (name: string): string =>
      `import winston from 'winston';\nnew winston.transports.${name}({});\n`;
    assert.ok(hits('app.js', text('File')).includes('call: File'));
    assert.ok(!hits('app.js', text('FileX')).includes('call: File'));
    assert.ok(!hits('app.js', text('XFile')).includes('call: File'));
    assert.ok(!hits('app.js', text('file')).includes('call: File'));
  });

  it('finds names that are given a string, in any case', () => {
    for (const text of [
      "const dbPassword = 'x9!kq7';\n",
      'const DB_PASSWORD = `x9!kq7`;\n',
      "use({ 'password': 'x9!kq7' });\n",
      "const password: string = 'x9!kq7';\n",
      "db['password'] = 'x9!kq7';\n",
    ])
      assert.ok(
        hits('app.ts', text).some((hit) => /^heldBy: password$/i.test(hit)),
        text,
      );
    for (const text of [
      'const password = read();\n',
      "const password = 'x';\n",
      "const labels = { password: 'Your password' };\n",
      'if (password) stop();\n',
      'checkPassword(password);\n',
    ])
      assert.deepEqual(hits('app.ts', text), [], text);
  });

  it('finds locators anywhere', () => {
    assert.ok(hits('app.js', "use('Redis://cache/0');\n").includes('containing: Redis://'));
    assert.ok(
      hits('app.py', 'use("postgresql+psycopg2://db/shop")\n').some((hit) => hit.startsWith('containing:')),
    );
  });

  it('does not parse for rules that are silent in a file', () => {
    const text = "const url = 'redis://cache/0';\n";
    assert.ok(needsTree('app.js', text));
    assert.ok(!needsTree('node_modules/a/app.js', text));
    assert.ok(!needsTree('app.js', `/* @generated */\n${text}`));
  });
});
