import assert from 'node:assert/strict';
import { join } from 'node:path';
import { twelveFactor, twelveFactorInColour } from '../harness/command-line';
import { inTempFolder } from '../harness/temp-folder';

const shop = {
  'package.json': '{"private": true}',
  '.nvmrc': '18\n',
  'server.js': 'process.env.TOKEN;\n',
  '.env.example': 'TOKEN=\n',
  Dockerfile: 'FROM node:20\nENV MODE=x\nCMD ["node", "server.js"]\n',
};

describe('twelve-factor parity', () => {
  it('prints the table and ends with 1 where something differs', () =>
    inTempFolder(shop, async (root) => {
      const { code, out, err } = await twelveFactor('parity', root);
      assert.equal(code, 1);
      assert.equal(err, '');
      assert.deepEqual(
        out.split('\n').map((line) => line.replace(/ {2,}/g, '  ')),
        [
          '  Local  Dockerfile',
          'Runtime',
          '  Node.js  18  20  ≠ versions differ',
          'Process types',
          '  web  –  ["node", "server.js"]',
          '',
        ],
      );
    }));

  it('shows every variable where it is asked to, and differences in colour too', () =>
    inTempFolder(shop, async (root) => {
      const { out } = await twelveFactorInColour('parity', root, '--env');
      assert.match(out, /^ {2}TOKEN +documented +–/m);
      assert.ok(out.includes('\u001b[33m≠ versions differ\u001b[0m'));
    }));

  it('prints JSON with lines and columns from 1', () =>
    inTempFolder(shop, async (root) => {
      const { out } = await twelveFactor('parity', root, '--format', 'json');
      const { apps } = JSON.parse(out);
      assert.equal(apps[0].root, '.');
      assert.deepEqual(apps[0].rows[0], {
        group: 'runtime',
        name: 'Node.js',
        difference: 'versions differ',
        cells: {
          local: [{ text: '18', path: '.nvmrc', line: 1, column: 1 }],
          dockerfile: [{ text: '20', path: 'Dockerfile', line: 1, column: 11 }],
        },
      });
    }));

  it('ends with 0 where nothing differs or there is nothing to compare', () =>
    inTempFolder({ ...shop, '.nvmrc': '20\n', 'empty/x.txt': '' }, async (root) => {
      assert.equal((await twelveFactor('parity', root)).code, 0);
      const nothing = await twelveFactor('parity', join(root, 'empty'));
      assert.deepEqual(
        [nothing.code, nothing.out],
        [0, 'Nothing to compare: no file here says what the app runs on.\n'],
      );
    }));

  it('ends with 2 where there is no folder', () =>
    inTempFolder(shop, async (root) => {
      const { code, err } = await twelveFactor('parity', join(root, 'none'));
      assert.equal(code, 2);
      assert.match(err, /does not exist/);
    }));
});
