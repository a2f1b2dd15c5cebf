import assert from 'node:assert/strict';
import { parityText } from '../../cli/parity-text';
import type { ParityTable } from '../../core/parity/table';

const PLACES = ['Local', 'CI', 'Compose', 'Procfile', 'Dockerfile', 'Kubernetes production'];
const range = { start: 0, end: 0 };

function tableOf(rows: Readonly<Record<string, readonly string[]>>): ParityTable {
  return {
    root: '',
    columns: PLACES.map((title, rank) => ({ id: title, title, kind: 'deploy', rank })),
    rows: Object.entries(rows).map(([name, texts]) => ({
      group: name === 'web' ? 'process' : 'runtime',
      name,
      difference: name === 'Node.js' ? 'versions differ' : undefined,
      cells: new Map(
        texts.flatMap((text, at) => (text === '' ? [] : [[PLACES[at] ?? '', [{ text, path: 'a', range }]]])),
      ),
    })),
  };
}

const table = tableOf({
  'Node.js': ['20.11.1, >=20 supported', '18, 20', '', '', '20', '20.11.1-bookworm-slim'],
  web: ['', '', '', 'node server.js --port 8080', '["node", "server.js"]', ''],
});

describe('the parity table in a terminal', () => {
  it('is one table where nobody says how wide', () => {
    const lines = parityText([table], false).split('\n');
    assert.equal(lines.length, 6);
    assert.match(lines[2] ?? '', /^ {2}Node\.js {2}20\.11\.1, >=20 supported .* ≠ versions differ$/);
  });

  it('is told in parts that fit, each with the places that it has', () => {
    const lines = parityText([table], false, 60).split('\n');
    assert.ok(lines.every(({ length }) => length <= 60));
    assert.deepEqual(
      lines.map((line) => line.replace(/ {2,}/g, '  ').trim()).filter((line) => line !== ''),
      [
        ...['Local  CI  Compose', 'Runtime', 'Node.js  20.11.1, >=20 s…  18, 20  –'],
        '≠ versions differ',
        ...['Procfile  Dockerfile', 'Runtime', 'Node.js  –  20', '≠ versions differ'],
        ...['Process types', 'web  node server.js …  ["node", "serve…'],
        ...['Kubernetes prod…', 'Runtime', 'Node.js  20.11.1-bookwor…', '≠ versions differ'],
      ],
    );
  });
});
