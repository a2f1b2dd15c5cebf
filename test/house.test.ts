import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The laws of ARCHITECTURE.md, held against the files that git tracks or would. */
describe('the house', () => {
  const files = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.md'],
    { encoding: 'utf8' },
  )
    .split('\n')
    .filter((path) => path !== '' && existsSync(path));
  const sources = files.filter(
    (path) => path.endsWith('.ts') && /^(?:core|host|formation|server|cli|client)\//.test(path),
  );
  const text = new Map(sources.map((path) => [path, readFileSync(path, 'utf8')]));
  const imports = new Map(sources.map((path) => [path, importsOf(path, text.get(path) ?? '')]));

  const allowed: Readonly<Record<string, RegExp>> = {
    core: /^core\//,
    host: /^(?:host|core)\//,
    formation: /^(?:formation\/|core\/(?:procfile|env)\/|core\/(?:text|secret)$)/,
    server: /^(?:server|core|host)\//,
    cli: /^(?:(?:cli|core|host|formation)\/|package\.json$)/,
    client: /^(?:client\/|formation\/|core\/(?:procfile|env)\/|core\/(?:text|secret|protocol|links)$)/,
  };

  it('has rooms that import downwards only', () => {
    const wrong: string[] = [];
    for (const [path, list] of imports) {
      const room = path.slice(0, path.indexOf('/'));
      for (const target of list.local) if (!allowed[room]?.test(target)) wrong.push(`${path} → ${target}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('has no import cycles', () => {
    const cycles = findCycles(
      new Map([...imports].map(([path, list]) => [path.replace(/\.ts$/, ''), list.values])),
    );
    assert.deepEqual(cycles, []);
  });

  it('imports vscode in client only', () => {
    const wrong = [...imports].filter(
      ([path, list]) => list.packages.includes('vscode') && !path.startsWith('client/'),
    );
    assert.deepEqual(
      wrong.map(([path]) => path),
      [],
    );
  });

  it('keeps Node out of core', () => {
    const wrong = [...imports].filter(
      ([path, list]) => path.startsWith('core/') && list.packages.some((name) => name.startsWith('node:')),
    );
    assert.deepEqual(
      wrong.map(([path]) => path),
      [],
    );
  });

  it('starts processes in the two modules that may', () => {
    const wrong = [...imports].filter(
      ([path, list]) =>
        list.packages.includes('node:child_process') && !/^formation\/(?:node|supervisor)\//.test(path),
    );
    assert.deepEqual(
      wrong.map(([path]) => path),
      [],
    );
  });

  it('has a page beside every rule and a rule beside every page', () => {
    const rules = files
      .filter((path) => /^core\/rules\/\d\d-[^/]+\/[^/]+\.ts$/.test(path))
      .map((path) => path.slice(0, -3));
    const pages = files
      .filter((path) => /^core\/rules\/\d\d-[^/]+\/[^/]+\.md$/.test(path))
      .map((path) => path.slice(0, -3));
    assert.ok(rules.length > 0);
    assert.deepEqual(rules, pages);
  });

  it('names each rule as its folder and file do', () => {
    for (const [path, source] of text) {
      const place = /^core\/rules\/\d\d-([^/]+)\/([^/]+)\.ts$/.exec(path);
      if (place) assert.ok(source.includes(`id: '${place[1]}/${place[2]}'`), path);
    }
  });

  it('has no mutable state at module level', () => {
    const wrong = [...text].filter(([, source]) => /^(?:export )?let /m.test(source));
    assert.deepEqual(
      wrong.map(([path]) => path),
      [],
    );
  });

  it('keeps rooms small', () => {
    /** Why each of these is longer. */
    const exceptions: Readonly<Record<string, string>> = {
      'core/languages/shared/javascript.ts': 'one language is one file; its shape is a table of node types',
    };
    const wrong = [...text].filter(
      ([path, source]) =>
        !path.endsWith('.generated.ts') && !(path in exceptions) && source.split('\n').length > 251,
    );
    assert.deepEqual(
      wrong.map(([path, source]) => `${path}: ${source.split('\n').length}`),
      [],
    );
    for (const path of Object.keys(exceptions))
      assert.ok(text.has(path), `${path} is excepted but does not exist`);
  });
});

interface Imports {
  /** Modules of ours, as paths from the root without ending. */
  readonly local: readonly string[];
  /** The same without those only imported as types: cycles of types do no harm. */
  readonly values: readonly string[];
  readonly packages: readonly string[];
}

function importsOf(path: string, source: string): Imports {
  const local: string[] = [];
  const values: string[] = [];
  const packages: string[] = [];
  for (const match of source.matchAll(
    /^(?:import|export)\b(\s+type\b)?[^'";]*?from\s*'([^']+)'|^import '([^']+)'/gm,
  )) {
    const specifier = match[2] ?? match[3] ?? '';
    if (!specifier.startsWith('.')) {
      packages.push(specifier);
      continue;
    }
    const target = normalize(join(dirname(path), specifier));
    local.push(target);
    if (!match[1]) values.push(target);
  }
  return { local, values, packages };
}

function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[] = [];
  const visit = (node: string, trail: readonly string[]): void => {
    if (state.get(node) === 'done') return;
    if (state.get(node) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(node)), node].join(' → '));
      return;
    }
    state.set(node, 'open');
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    state.set(node, 'done');
  };
  for (const node of graph.keys()) visit(node, []);
  return cycles;
}
