// Times `twelve-factor check` beside ast-grep and ripgrep over one folder, in interleaved runs.
//
//   node test/bench/scan.mjs [FOLDER] [--runs N] [--cli PATH]
//
// Without a folder it checks a made-up tree of 10,000 files. ast-grep comes from npm into .vscode-test/bench.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeTree } from './synthetic-tree.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '7' },
    cli: { type: 'string', default: join(project, 'dist', 'cli.js') },
  },
});

const PATTERNS = {
  javascript: [
    'new $A.transports.File($$$)',
    '$A.listen($N)',
    '$A.createWriteStream($$$)',
    'new FileStore($$$)',
    'new $A.Pool($$$)',
    'session($$$)',
  ],
  python: ['logging.FileHandler($$$)', '$A.run($$$, port=$N)', 'redis.Redis($$$)', 'create_engine($$$)'],
};
const LANGUAGES = { JavaScript: 'javascript', TypeScript: 'javascript', Tsx: 'javascript', Python: 'python' };
const LITERALS =
  'transports.File listen( createWriteStream FileStore Pool( session( FileHandler port= Redis( create_engine postgres:// redis:// mongodb:// amqp:// password secret api_key token'.split(
    ' ',
  );

function astGrep(work) {
  const cache = join(project, '.vscode-test', 'bench');
  const program = join(cache, 'node_modules', '.bin', 'ast-grep');
  if (!existsSync(program)) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', cache, '@ast-grep/cli'], {
      stdio: 'inherit',
    });
  }
  const rules = Object.entries(LANGUAGES).flatMap(([language, family]) =>
    PATTERNS[family].map((pattern, index) =>
      [
        `id: ${language.toLowerCase()}-${index}`,
        `language: ${language}`,
        'severity: warning',
        'rule:',
        `  pattern: ${JSON.stringify(pattern)}`,
      ].join('\n'),
    ),
  );
  mkdirSync(join(work, 'rules'));
  writeFileSync(join(work, 'rules', 'all.yml'), rules.join('\n---\n'));
  writeFileSync(join(work, 'sgconfig.yml'), 'ruleDirs: [rules]\n');
  return [program, 'scan', '--config', join(work, 'sgconfig.yml'), '--json=stream'];
}

function toolsFor(folder, work) {
  writeFileSync(join(work, 'literals'), LITERALS.join('\n'));
  const tools = new Map([
    ['twelve-factor', [process.execPath, values.cli, 'check', '--format', 'json', folder]],
    ['ast-grep', [...astGrep(work), folder]],
    ['node -e 1', [process.execPath, '-e', '1']],
  ]);
  if (spawnSync('rg', ['--version']).status === 0)
    tools.set('ripgrep', ['rg', '-n', '-i', '-F', '-f', join(work, 'literals'), folder]);
  return tools;
}

function time([program, ...args]) {
  const start = performance.now();
  const { error, signal } = spawnSync(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  if (error || signal) throw error ?? new Error(`${program} ended by ${signal}`);
  return performance.now() - start;
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function main() {
  const work = mkdtempSync(join(tmpdir(), 'twelve-factor-bench-'));
  try {
    const folder = positionals[0] ? resolve(positionals[0]) : join(work, 'tree');
    if (!positionals[0]) console.log('made-up tree:', writeTree(folder, 10_000));
    const tools = toolsFor(folder, work);
    const times = new Map([...tools.keys()].map((name) => [name, []]));
    for (let run = -1; run < Number(values.runs); run++) {
      for (const [name, command] of tools) {
        const taken = time(command);
        // The first run only warms the page cache.
        if (run >= 0) times.get(name).push(taken);
      }
    }
    const ours = median(times.get('twelve-factor'));
    for (const [name, taken] of times) {
      const range = `${Math.min(...taken).toFixed(0)} to ${Math.max(...taken).toFixed(0)}`;
      const ratio = (ours / median(taken)).toFixed(2);
      console.log(
        `${name.padEnd(14)} ${median(taken).toFixed(0).padStart(7)} ms  (${range})  ours ÷ this: ${ratio}`,
      );
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

main();
