// Writes a made-up monorepo of npm packages: workspaces with dependencies between them, a lockfile, tests, and a few
// breaches. The same arguments give the same tree.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const OUTSIDE = ['express', 'pg', 'redis', 'zod', 'lodash', 'winston', 'pino', 'undici', 'react', 'date-fns'];
const FILES = 5;

/** @returns {{ packages: number, files: number, bytes: number }} how much was written */
export function writeMonorepo(root, packages) {
  let files = 0;
  let bytes = 0;
  const write = (path, text) => {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    files++;
    bytes += text.length;
  };
  const json = (path, value) => write(path, `${JSON.stringify(value, undefined, 2)}\n`);
  json('package.json', {
    name: 'monorepo',
    private: true,
    workspaces: ['packages/*/*'],
    devDependencies: { typescript: '5.9.2', mocha: '11.7.1' },
  });
  json('tsconfig.json', { compilerOptions: { strict: true, paths: { '@repo/*': ['packages/*'] } } });
  write('.gitignore', 'node_modules/\ndist/\n.env\n');
  write('Procfile', `web: node ${folderOf(0)}/src/index.js\n`);
  json('package-lock.json', lockOf(packages));
  for (let index = 0; index < packages; index++) {
    const folder = folderOf(index);
    json(`${folder}/package.json`, manifestOf(index, packages));
    json(`${folder}/tsconfig.json`, { extends: '../../../tsconfig.json' });
    write(`${folder}/.env.example`, `SERVICE_${index}_URL=\nPORT=\n`);
    for (let file = 0; file < FILES; file++)
      write(`${folder}/src/${nameOf(file)}.ts`, textOf(index, file, packages));
    write(
      `${folder}/test/index.test.ts`,
      "import { strictEqual } from 'node:assert';\nimport { handle } from '../src/index';\nit('is', () => strictEqual(handle(1), 1));\n",
    );
  }
  return { packages, files, bytes };
}

function folderOf(index) {
  return `packages/group-${Math.floor(index / 50)}/package-${index}`;
}

function nameOf(file) {
  return file === 0 ? 'index' : `part-${file}`;
}

function neighbours(index, packages) {
  return [index + 1, index * 2 + 1, index * 3 + 2]
    .map((other) => other % packages)
    .filter((other) => other !== index);
}

function outsideOf(index) {
  return [0, 3, 7].map((step) => OUTSIDE[(index + step) % OUTSIDE.length]);
}

function manifestOf(index, packages) {
  const inside = neighbours(index, packages).map((other) => [`@repo/package-${other}`, 'workspace:*']);
  const outside = outsideOf(index).map((name) => [name, '^4.0.0']);
  return {
    name: `@repo/package-${index}`,
    version: '1.0.0',
    private: true,
    engines: { node: '22' },
    scripts: { start: 'node dist/index.js', build: 'tsc', test: 'mocha' },
    dependencies: Object.fromEntries([...outside, ...inside].sort()),
  };
}

function lockOf(packages) {
  const entries = [['', { name: 'monorepo', devDependencies: { typescript: '5.9.2', mocha: '11.7.1' } }]];
  for (let index = 0; index < packages; index++)
    entries.push([
      folderOf(index),
      {
        name: `@repo/package-${index}`,
        version: '1.0.0',
        dependencies: manifestOf(index, packages).dependencies,
      },
    ]);
  for (const name of OUTSIDE)
    entries.push([`node_modules/${name}`, { version: '4.2.1', integrity: 'sha512-x' }]);
  for (let index = 0; index < packages * 3; index++)
    entries.push([
      `node_modules/transitive-${index}`,
      { version: `1.${index % 40}.0`, integrity: 'sha512-x', license: 'MIT' },
    ]);
  return { name: 'monorepo', lockfileVersion: 3, packages: Object.fromEntries(entries) };
}

function textOf(index, file, packages) {
  const [first, second] = outsideOf(index);
  const [other] = neighbours(index, packages);
  const lines = [
    `import ${first.replace('-', '')} from '${first}';`,
    `import { handle as other } from '@repo/package-${other}';`,
    file === 0 ? `import { part } from './${nameOf(1)}';` : `import type { Part } from '${second}';`,
    '',
  ];
  for (let at = 0; at < 12; at++)
    lines.push(
      `/** Handles what the other package gives, part ${at}. */`,
      `export function ${at === 0 ? 'handle' : `handle${at}`}(value: number): number {`,
      `  const known = [value, ${at}].filter((one) => one > ${index % 7});`,
      `  return known.length > 0 ? other(known[0] ?? ${at}) : value;`,
      '}',
      '',
    );
  if (file === 1) lines.push(`export const part = process.env.SERVICE_${index}_URL;`);
  // One package in forty breaks something.
  if (file === 0 && index % 40 === 0)
    lines.push(
      "import qs from 'qs';",
      'export const parsed = qs.parse(location.search);',
      'server.listen(3000);',
    );
  return `${lines.join('\n')}\n`;
}
