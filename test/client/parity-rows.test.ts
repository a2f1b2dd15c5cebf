import assert from 'node:assert/strict';
import { differenceCount, type ParityRow, parityRows } from '../../client/parity/rows';
import type { ParityApp, ParityCellItem } from '../../core/protocol';

function cell(column: string, text: string, path: string): ParityCellItem {
  const start = { line: 2, character: 4 };
  return { column, text, path, uri: `file:///shop/${path}`, range: { start, end: start } };
}

const shop: ParityApp = {
  name: 'shop',
  columns: [
    { id: 'local', title: 'Local', kind: 'local' },
    { id: 'fly', title: 'Fly', kind: 'deploy' },
  ],
  rows: [
    { group: 'runtime', name: 'Go', difference: null, cells: [cell('local', '1.22', 'go.mod')] },
    {
      group: 'runtime',
      name: 'Node.js',
      difference: 'versions differ',
      cells: [cell('local', '18', '.nvmrc'), cell('fly', '20', 'fly.toml')],
    },
    {
      group: 'env',
      name: 'TOKEN',
      difference: 'in no deploy',
      cells: [cell('local', 'documented', '.env.example')],
    },
  ],
};

function drawn(rows: readonly ParityRow[], indent = ''): string[] {
  return rows.flatMap((row) => [
    `${indent}${row.label} (${row.icon}) ${row.description}`,
    ...drawn(row.children, `${indent}  `),
  ]);
}

describe('rows of the parity view', () => {
  it('say in words what differs, and put it first', () => {
    assert.deepEqual(drawn(parityRows({ apps: [shop], complete: true })), [
      'Runtime (group) 1 difference',
      '  Node.js (differs) ≠ versions differ: Local 18 · Fly 20',
      '    Local (cell) 18 — .nvmrc:3',
      '    Fly (cell) 20 — fly.toml:3',
      '  Go (single) Local 1.22',
      '    Local (cell) 1.22 — go.mod:3',
      'Environment variables (group) 1 difference',
      '  TOKEN (differs) ≠ in no deploy: Local documented',
      '    Local (cell) documented — .env.example:3',
      '    Fly (missing) not set',
    ]);
  });

  it('stand below their app where there are several, each with a key of its own', () => {
    const rows = parityRows({ apps: [shop, { ...shop, name: 'shop/api', rows: [] }], complete: true });
    assert.deepEqual(
      rows.map(({ label, description }) => `${label}: ${description}`),
      ['shop: 2 differences', 'shop/api: no differences'],
    );
    const keys = (all: readonly ParityRow[]): string[] =>
      all.flatMap(({ key, children }) => [key, ...keys(children)]);
    assert.equal(new Set(keys(rows)).size, keys(rows).length);
  });

  it('are counted', () => {
    assert.equal(differenceCount({ apps: [shop, shop], complete: true }), 4);
    assert.deepEqual(parityRows({ apps: [], complete: true }), []);
  });
});
