// Two apps whose undeclared packages are known: what they hold that looks like one and is none is what real apps hold.

const json = (value) => `${JSON.stringify(value, undefined, 2)}\n`;

/** A server in CommonJS, as most of them are. */
const server = {
  name: 'server',
  undeclared: ['debug', 'qs', 'cookie', 'bytes', 'nock'],
  files: {
    'package.json': json({
      name: 'server',
      private: true,
      main: 'index.js',
      scripts: { start: 'node index.js', test: 'mocha' },
      dependencies: { express: '4.21.2', 'left-pad': '1.3.0', lodash: '4.17.21' },
      devDependencies: { mocha: '10.8.2' },
    }),
    'index.js': `const express = require('express');
const debug = require('debug')('app');
const { readFile } = require('fs/promises');
const path = require('node:path');
const qs = require('qs');
const get = require('lodash/get');
const users = require('./lib/users');
let fast;
try {
  fast = require('bufferutil');
} catch {
  fast = undefined;
}
express().use(users(path, qs, get, fast, readFile)).listen(process.env.PORT, () => debug('up'));
`,
    'lib/users.js': `// const gone = require('commented-out');
const text = "require('in-a-string')";
const cookie = require('cookie');
module.exports = () => (request, response) => response.end(cookie.serialize('a', text));
`,
    'lib/lazy.js': `module.exports = async () => {
  const { default: bytes } = await import('bytes');
  return bytes(1024);
};
`,
    'test/users.test.js': `const assert = require('assert');
const nock = require('nock');
describe('users', () => it('are there', () => assert.ok(nock)));
`,
  },
};

/** Workspaces in TypeScript with aliases, types and a bundler. */
const web = {
  name: 'web',
  undeclared: ['undici', 'semver', 'picomatch', '@babel/types'],
  files: {
    'package.json': json({
      name: 'web',
      private: true,
      type: 'module',
      workspaces: ['packages/*'],
      devDependencies: { typescript: '5.9.2', vite: '5.4.21', '@types/node': '22.10.2' },
    }),
    'tsconfig.json': json({
      compilerOptions: {
        strict: true,
        module: 'esnext',
        moduleResolution: 'bundler',
        jsx: 'preserve',
        baseUrl: '.',
        paths: { '@app/*': ['packages/app/src/*'] },
      },
    }),
    'vite.config.ts': "import { defineConfig } from 'vite';\nexport default defineConfig({});\n",
    'packages/app/package.json': json({
      name: '@web/app',
      version: '1.0.0',
      private: true,
      type: 'module',
      main: 'src/index.tsx',
      imports: { '#db': './src/db.ts' },
      dependencies: { react: '18.3.1', '@web/shared': '1.0.0' },
      devDependencies: { '@types/react': '18.3.18', '@types/estree': '1.0.6' },
    }),
    'packages/app/src/index.tsx': `import { useState } from 'react';
import type { Node } from 'estree';
import { fetch } from 'undici';
import { config } from '@app/config';
import { query } from '#db';
import { shared } from '@web/shared';
import icon from './icon.svg?url';
export function App({ node }: { node: Node }) {
  const [value] = useState(config);
  return <p title={icon} onClick={() => fetch(String(query(shared, value, node)))} />;
}
`,
    'packages/app/src/config.ts':
      "import { satisfies } from 'semver';\nexport const config = satisfies('1.0.0', '^1');\n",
    'packages/app/src/db.ts': 'export const query = (...all: unknown[]): unknown[] => all;\n',
    'packages/app/src/icon.svg': '<svg/>\n',
    'packages/shared/package.json': json({
      name: '@web/shared',
      version: '1.0.0',
      private: true,
      type: 'module',
      main: 'src/index.ts',
    }),
    'packages/shared/src/index.ts': `import picomatch from 'picomatch';
import { isIdentifier } from '@babel/types';
import { EventEmitter } from 'node:events';
export const shared = [picomatch, isIdentifier, EventEmitter];
`,
  },
};

export const apps = [server, web];
