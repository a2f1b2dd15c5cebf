import assert from 'node:assert/strict';
import { type Row, rowsOf } from '../../client/formation/rows';
import type { FormationView, TypeView } from '../../client/formation/view';
import { processState } from '../harness/session-world';

const web: TypeView = {
  name: 'web',
  command: 'node web.js',
  count: 2,
  oneOff: false,
  serves: true,
  ports: [5000, 5001],
};
const worker: TypeView = {
  name: 'worker',
  command: 'python worker.py',
  count: 1,
  oneOff: false,
  serves: false,
  ports: [5100],
};
const release: TypeView = {
  name: 'release',
  command: 'npm run migrate',
  count: 0,
  oneOff: true,
  serves: false,
  ports: [],
};

const app = (changes: Partial<FormationView> = {}): FormationView => ({
  key: 'file:///app',
  name: 'app',
  procfile: 'Procfile',
  procfiles: ['Procfile'],
  types: [web, worker, release],
  processes: [],
  ...changes,
});

/** The tree as a person sees it: two blanks per level, label and description. */
const drawn = (rows: readonly Row[], indent = ''): string[] =>
  rows.flatMap((row) => [
    `${indent}${row.label}: ${row.description}`.replace(/: $/, ''),
    ...drawn(row.children, `${indent}  `),
  ]);

const find = (rows: readonly Row[], label: string): Row => {
  const all = (list: readonly Row[]): readonly Row[] => list.flatMap((row) => [row, ...all(row.children)]);
  const found = all(rows).find((row) => row.label === label);
  assert.ok(found, `no row ${label}`);
  return found;
};

describe('rows of the formation view', () => {
  it('lists types with the instances wanted before anything runs, one-off processes apart', () => {
    assert.deepEqual(drawn(rowsOf([app()], 0)), [
      'web: ×2  node web.js',
      '  web.1: stopped · :5000',
      '  web.2: stopped · :5001',
      'worker: ×1  python worker.py',
      '  worker.1: stopped',
      'One-off processes',
      '  release: npm run migrate',
    ]);
  });

  it('shows state, port and pid of what runs, and keeps a surplus instance until it has ended', () => {
    const processes = [
      processState('web.1', { pid: 11 }),
      processState('web.2', { pid: 12, port: 5001, status: 'starting' }),
      processState('web.3', { pid: 13, port: 5002, status: 'stopping' }),
      processState('web.4', { status: 'exited', stopped: true }),
    ];
    assert.deepEqual(drawn(rowsOf([app({ types: [web], processes })], 0)), [
      'web: 1/2  node web.js',
      '  web.1: running · :5000 · < 1 min · pid 11',
      '  web.2: starting · :5001 · pid 12',
      '  web.3: stopping · :5002 · pid 13',
    ]);
  });

  it('says how a process failed', () => {
    const processes = [
      processState('web.1', { status: 'exited', exit: { code: 3, signal: undefined }, pid: undefined }),
      processState('worker.1', { status: 'failed', failure: 'no such folder', pid: undefined }),
    ];
    const rows = rowsOf([app({ processes })], 0);
    assert.equal(find(rows, 'web.1').description, 'exit code 3 · :5000');
    assert.equal(find(rows, 'worker.1').description, 'no such folder');
    assert.equal(find(rows, 'worker').icon?.tone, 'bad');
    assert.equal(find(rows, 'worker').spoken, 'worker, 0 of 1 running');
  });

  it('has a row for each formation only where there is more than one', () => {
    const other = app({ key: 'file:///other', name: 'other', types: [worker] });
    const rows = rowsOf([app({ processes: [processState('web.1')] }), other], 0);
    assert.deepEqual(
      rows.map((row) => `${row.label}: ${row.description}`),
      ['app: 1/3', 'other: stopped'],
    );
    assert.deepEqual(
      rows.map((row) => row.context),
      ['formation canStop', 'formation canStart'],
    );
  });

  it('is spoken in words', () => {
    const rows = rowsOf([app({ processes: [processState('web.1')] })], 0);
    assert.equal(find(rows, 'web.1').spoken, 'web.1, running, port 5000');
    assert.equal(find(rows, 'web').spoken, 'web, 1 of 2 running');
    assert.equal(find(rows, 'worker').spoken, 'worker, stopped, 1 wanted');
    assert.equal(find(rows, 'release').spoken, 'release, one-off process, not run yet');
  });

  it('offers in menus what can be done', () => {
    const rows = rowsOf([app({ processes: [processState('web.1')] })], 0);
    assert.equal(find(rows, 'web').context, 'type canStop canScale canScaleDown canDebug');
    assert.equal(find(rows, 'worker').context, 'type canStart canScale canScaleDown canDebug');
    assert.equal(find(rows, 'web.1').context, 'process canStop hasOutput opens canDebug canAttach canType');
    assert.equal(find(rows, 'web.2').context, 'process canStart canDebug');
    assert.equal(find(rows, 'release').context, 'oneOff canStart');
    const none = rowsOf([app({ types: [{ ...web, count: 0, ports: [] }] })]);
    assert.equal(find(none, 'web').context, 'type canScale');
  });

  it('shows the result of a one-off process on its own row', () => {
    const done = { status: 'exited', exit: { code: 0, signal: undefined }, pid: undefined } as const;
    const rows = rowsOf([app({ processes: [processState('release.1', done)] })], 0);
    assert.equal(find(rows, 'release').description, 'finished  npm run migrate');
    assert.deepEqual(find(rows, 'release').icon, { id: 'pass', tone: 'done' });
    assert.equal(find(rows, 'release').target.id, 'release.1');
  });

  it('gives every row a key of its own', () => {
    const rows = rowsOf([app(), app({ key: 'file:///other', name: 'other' })], 0);
    const keys = (list: readonly Row[]): string[] => list.flatMap((row) => [row.key, ...keys(row.children)]);
    assert.equal(new Set(keys(rows)).size, keys(rows).length);
  });

  it('names what a restart would bring in', () => {
    const rows = (changes: Parameters<typeof processState>[1]) =>
      rowsOf([app({ processes: [processState('web.1', changes)] })], 0);
    const changed = find(rows({ changedKeys: ['API_KEY', 'PORT'] }), 'web.1');
    assert.equal(changed.description, 'restart for API_KEY, PORT · running · :5000 · < 1 min · pid 4242');
    assert.equal(changed.spoken, 'web.1, running, restart for API_KEY, PORT, port 5000');
    assert.equal(changed.icon?.id, 'debug-restart');
    assert.match(changed.context, / changed$/);
    const many = find(rows({ changedKeys: ['A', 'B', 'C', 'D', 'E'] }), 'web.1');
    assert.match(many.description, /restart for A, B, C and 2 more/);
    assert.match(many.tooltip, /Changed since its start: A, B, C, D, E/);
    assert.match(find(rows({ changedCommand: true }), 'web.1').description, /restart for new command/);
  });

  it('tells what is wrong with a port, and offers no browser then', () => {
    const rows = (portState: 'late' | 'taken' | 'bound') =>
      find(rowsOf([app({ processes: [processState('web.1', { portState })] })], 0), 'web.1');
    assert.match(rows('late').description, /^port 5000 not bound after 20 s · /);
    assert.deepEqual(rows('late').icon, { id: 'warning', tone: 'warn' });
    assert.doesNotMatch(rows('late').context, /opens/);
    assert.match(rows('taken').spoken, /port 5000 is taken by another program/);
    assert.match(rows('bound').context, /opens/);
  });

  it('shows how long it runs, what it uses and how often it was started again', () => {
    const stats = new Map([['web.1', { id: 'web.1', cpu: 2.6, memory: 45_300_000, processes: 2 }]]);
    const processes = [processState('web.1', { restarts: 2 })];
    const row = find(rowsOf([app({ processes, stats })], 5 * 60_000), 'web.1');
    assert.equal(row.description, 'running · :5000 · 3 % · 45 MB · 5 min · 2 restarts · pid 4242');
    assert.equal(row.spoken, 'web.1, running, port 5000, 2 restarts');
  });

  it('sums up what several instances use together', () => {
    const stat = (id: string) => [id, { id, cpu: 10, memory: 600_000_000, processes: 1 }] as const;
    const processes = [processState('web.1'), processState('web.2')];
    const row = find(rowsOf([app({ processes, stats: new Map([stat('web.1'), stat('web.2')]) })], 0), 'web');
    assert.match(row.tooltip, /Together 20 % CPU, 1\.2 GB/);
  });

  it('shows what runs under a debugger', () => {
    const row = find(rowsOf([app({ debugged: new Set(['web.1']) })], 0), 'web.1');
    assert.equal(row.description, 'in the debugger · :5000');
    assert.equal(row.context, 'process');
  });

  it('names the Procfile of each app that has several', () => {
    const several = app({ procfile: 'Procfile.dev', procfiles: ['Procfile', 'Procfile.dev'] });
    const [row] = rowsOf([several, app({ key: 'file:///other', name: 'other' })], 0);
    assert.equal(row?.description, 'stopped · Procfile.dev');
    assert.equal(row?.spoken, 'app, stopped, runs Procfile.dev');
    assert.match(row?.context ?? '', /severalProcfiles/);
  });
});
