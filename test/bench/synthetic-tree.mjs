// Writes a tree of made-up apps that looks to a scanner like real ones: sizes, languages, depth, and one file in
// eight with something to judge. The same seed gives the same tree.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const WORDS =
  'order user item cart price stock mail queue job page view list note city road plan team task file part'.split(
    ' ',
  );
const FILES_PER_APP = 400;

/** @returns {{ files: number, bytes: number }} how much was written */
export function writeTree(root, files, seed = 1) {
  const random = randomFrom(seed);
  const tree = new Tree(root);
  tree.write('.gitignore', ['node_modules/', 'build/', '*.log', '.env', '!keep.log', ''].join('\n'));
  for (let app = 0, left = files; left > 0; app++, left -= FILES_PER_APP) {
    const folder = `apps/${WORDS[app % WORDS.length]}-${app}`;
    const python = app % 10 >= 7;
    writeManifests(tree, folder, python);
    for (let index = 0; index < Math.min(left, FILES_PER_APP); index++)
      writeCode(tree, folder, index, python, random);
  }
  return { files: tree.files, bytes: tree.bytes };
}

class Tree {
  files = 0;
  bytes = 0;

  constructor(root) {
    this.root = root;
  }

  write(path, text) {
    const target = join(this.root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    this.files++;
    this.bytes += text.length;
  }
}

function writeManifests(tree, folder, python) {
  tree.write(`${folder}/.env`, 'DATABASE_URL=postgres://localhost/app\nPORT=5000\n');
  tree.write(`${folder}/.gitignore`, ['coverage', '/tmp', '*.sqlite', 'dist/', ''].join('\n'));
  if (python) {
    tree.write(`${folder}/Procfile`, 'web: gunicorn app:app\nworker: python worker.py\n');
    tree.write(`${folder}/requirements.txt`, 'flask==3.0.0\nredis==5.0.0\nrequests==2.32.0\n');
    return;
  }
  const dependencies = { express: '^5.0.0', winston: '^3.0.0', pg: '^8.0.0', react: '^19.0.0' };
  tree.write(`${folder}/Procfile`, 'web: node server.js\nworker: node worker.js\n');
  tree.write(
    `${folder}/package.json`,
    JSON.stringify({ name: folder, private: true, dependencies }, undefined, 2),
  );
  for (let index = 0; index < 10; index++) tree.write(`${folder}/node_modules/lib-${index}/index.js`, 'x\n');
}

function writeCode(tree, folder, index, python, random) {
  const extension = python ? 'py' : ['js', 'js', 'ts', 'tsx'][index % 4];
  const place = index % 6 === 0 ? 'tests' : `src/${pick(WORDS, random)}/${pick(WORDS, random)}`;
  // Half of all files are small; a few are large and hold a third of the bytes.
  const functions = Math.min(400, Math.ceil(3 / (1 - random()) ** 0.85));
  const judged = index % 8 === 1;
  const text = python
    ? pythonText(functions, judged, random)
    : javascriptText(functions, judged, extension, random);
  tree.write(`${folder}/${place}/${pick(WORDS, random)}_${index}.${extension}`, text);
}

function javascriptText(functions, judged, extension, random) {
  const typed = extension === 'js' ? '' : ': number';
  const lines = [
    "import express from 'express';",
    "import pg from 'pg';",
    "import { helper } from './helper';",
    '',
  ];
  if (judged)
    lines.push(
      "import winston from 'winston';",
      "export const log = new winston.transports.File({ filename: 'app.log' });",
    );
  for (let index = 0; index < functions; index++) {
    const [a, b, c] = [pick(WORDS, random), pick(WORDS, random), pick(WORDS, random)];
    lines.push(
      `/** Sums the ${a} of each ${b}, but for those that have no ${c}. */`,
      `export function ${a}${b}${index}(${a}s${typed && ': { value: number }[]'}, limit${typed}) {`,
      `  const known = ${a}s.filter((one) => one.value > limit && one.value !== ${Math.floor(random() * 1000)});`,
      `  if (known.length === 0) return { ${b}: '${c} is empty', total: 0 };`,
      `  return { ${b}: \`\${known.length} of ${c}\`, total: known.reduce((sum, one) => sum + helper(one.value), 0) };`,
      '}',
      '',
    );
  }
  if (judged)
    lines.push(
      'const app = express();',
      'app.listen(3000);',
      "export const db = new pg.Pool({ host: 'db.internal' });",
      '',
    );
  return lines.join('\n');
}

function pythonText(functions, judged, random) {
  const lines = ['import os', 'import json', 'from flask import Flask, request', 'import redis', ''];
  if (judged)
    lines.push(
      'import logging',
      'handler = logging.FileHandler("app.log")',
      'cache = redis.Redis(host="cache.internal")',
    );
  for (let index = 0; index < functions; index++) {
    const [a, b, c] = [pick(WORDS, random), pick(WORDS, random), pick(WORDS, random)];
    lines.push(
      `def ${a}_${b}_${index}(${a}s, limit=${Math.floor(random() * 1000)}):`,
      `    """Sums the ${a} of each ${b}, but for those that have no ${c}."""`,
      `    known = [one for one in ${a}s if one["${b}"] > limit]`,
      `    if not known:`,
      `        return {"${b}": "${c} is empty", "total": 0}`,
      `    return {"${b}": f"{len(known)} of ${c}", "total": sum(json.loads(one["${c}"]) for one in known)}`,
      '',
      '',
    );
  }
  return lines.join('\n');
}

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}

/** A number in [0, 1) at each call (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
