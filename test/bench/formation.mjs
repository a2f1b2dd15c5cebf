// Process runners side by side, in one run and in turn: 20 processes until each has printed a line, their stop by
// Ctrl+C, memory, and a million lines relayed. Linux only.
//
//   npm run build
//   node test/bench/formation.mjs [--rounds 5] [--only NAME,…] [--bin FOLDER]
//
// Runners are looked for in PATH, and first in the folder given by --bin; those that are missing are left out.
import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    bin: { type: 'string', default: '' },
  },
});
const rounds = Number(options.rounds);
const processes = 20;
const lines = 1_000_000;
const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '..', '..', 'dist', 'cli.js');
/** In memory where there is a place for it: the disk is not what is measured. */
const work = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-formation-'));
const mark = `BENCH_FORMATION=${process.pid}`;

/** Each gets the folder of a Procfile; `concurrently` its commands, `process-compose` a file of its own. */
const runners = [
  ['bare Node program', () => ['node', join(here, 'bare-runner.mjs')]],
  ['Twelve-Factor', () => ['node', cli, 'run', '--no-mask']],
  ['Twelve-Factor, secrets masked', () => ['node', cli, 'run']],
  ['foreman (Ruby)', () => program('foreman', 'start')],
  ['foreman (npm)', () => program('nf', 'start')],
  ['concurrently', (commands) => program('concurrently', ...commands)],
  ['honcho', () => program('honcho', 'start')],
  ['hivemind', () => program('hivemind')],
  ['goreman', () => program('goreman', '-rpc-server=false', 'start')],
  ['overmind', () => program('overmind', 'start', '-s', join(work, `overmind-${Math.random()}.sock`))],
  [
    'process-compose',
    () => program('process-compose', 'up', '-t=false', '--no-server', '-f', 'compose.yaml'),
  ],
];

function program(name, ...words) {
  for (const folder of [...options.bin.split(':'), ...(process.env.PATH ?? '').split(':')]) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return folder === '' ? undefined : [join(folder, name), ...words];
    } catch {
      // It may be in the next one.
    }
  }
  return undefined;
}

/** A folder whose Procfile runs these commands. */
function app(name, commands) {
  const folder = join(work, name);
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'Procfile'),
    commands.map((command, index) => `p${index}: ${command}\n`).join(''),
  );
  writeFileSync(join(folder, '.env'), 'API_KEY=q8Zr2mWx71Lk\nSESSION_SECRET=V4tNs0pYc9Hd\n');
  const list = commands.map((command, index) => `  p${index}:\n    command: ${JSON.stringify(command)}\n`);
  writeFileSync(join(folder, 'compose.yaml'), `version: "0.5"\nprocesses:\n${list.join('')}`);
  return { folder, commands };
}

function start([command, ...words], folder, stdout) {
  const env = { ...process.env, BENCH_FORMATION: String(process.pid), NO_COLOR: '1', COLUMNS: '200' };
  return spawn(command, words, { cwd: folder, env, detached: true, stdio: ['ignore', stdout, 'ignore'] });
}

const now = () => performance.now();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const read = (path) => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};
const pids = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name));
const marked = () =>
  pids().filter(
    (pid) => `\0${read(`/proc/${pid}/environ`)}\0`.includes(`\0${mark}\0`) && Number(pid) !== process.pid,
  );

/** The runner with all that it needs, its processes apart: those that sleep. */
function memoryOf(root) {
  const parents = new Map(
    pids().map((pid) => [pid, / \S (\d+) /.exec(read(`/proc/${pid}/stat`).replace(/^.*\)/, ')'))?.[1]]),
  );
  const family = new Set([String(root), ...marked()]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  let kilobytes = 0;
  let count = 0;
  for (const pid of family) {
    if (read(`/proc/${pid}/cmdline`).startsWith('sleep')) continue;
    const rss = /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1];
    if (!rss) continue;
    kilobytes += Number(rss);
    count += 1;
  }
  return { megabytes: kilobytes / 1024, count };
}

async function launch(make, { folder, commands }) {
  const began = now();
  const child = start(make(commands), folder, 'pipe');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const reader = createInterface(child.stdout);
  let seen = 0;
  const ready = await new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), 20_000);
    reader.on('line', (line) => {
      if (!/READY/.test(line) || /echo READY/.test(line)) return;
      seen += 1;
      if (seen < processes) return;
      clearTimeout(timer);
      resolve(now() - began);
    });
  });
  await pause(700);
  const { megabytes, count } = memoryOf(child.pid);
  const stopped = now();
  process.kill(-child.pid, 'SIGINT');
  const end = await Promise.race([gone.then(() => now() - stopped), pause(15_000)]);
  const left = marked().length;
  for (const pid of marked()) kill(pid);
  return { ready, stop: end, memory: megabytes, programs: count, left };
}

function kill(pid) {
  try {
    process.kill(Number(pid), 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** User and system time of the children that have been waited for, in seconds, and the longest of them in memory. */
async function relay(make, { folder, commands }) {
  const out = join(work, 'out.txt');
  const times = join(work, 'times.txt');
  const words = make(commands);
  const began = now();
  const child = start(['/usr/bin/time', '-o', times, '-f', '%U %S %M', ...words], folder, openSync(out, 'w'));
  const ended = await Promise.race([
    new Promise((resolve) => child.once('exit', () => resolve(true))),
    pause(90_000),
  ]);
  const wall = ended ? (now() - began) / 1000 - delay : undefined;
  if (!ended) process.kill(-child.pid, 'SIGKILL');
  for (const pid of marked()) kill(pid);
  const [user, system, peak] = ended ? read(times).trim().split('\n').at(-1).split(' ').map(Number) : [];
  const found = new Uint8Array(lines);
  for await (const line of createInterface(createReadStream(out))) {
    const number = /line (\d{7}) x{69}\r?$/.exec(line)?.[1];
    if (number) found[Number(number)] = 1;
  }
  return {
    wall,
    cpu: user + system,
    peak: peak / 1024,
    lost: lines - found.reduce((sum, one) => sum + one, 0),
  };
}

const median = (values) =>
  values
    .filter((value) => value !== undefined)
    .sort((a, b) => a - b)
    .at((values.length - 1) >> 1);

const many = app(
  'many',
  Array.from({ length: processes }, () => 'echo READY; exec sleep 1000'),
);
const source = join(work, 'lines.txt');
writeFileSync(
  source,
  Array.from({ length: lines }, (_, at) => `line ${String(at).padStart(7, '0')} ${'x'.repeat(69)}\n`).join(
    '',
  ),
);
/** Some runners hang where a process prints before they read. */
const delay = 1;
const flood = app('flood', [`sleep ${delay}; cat ${source}`]);

const wanted = options.only?.split(',');
const found = runners.filter(
  ([name, make]) => make([]) && (!wanted || wanted.some((each) => name.includes(each))),
);
const missing = runners.filter(([, make]) => !make([])).map(([name]) => name);
if (missing.length > 0) console.log(`Not found: ${missing.join(', ')}`);
const results = new Map(found.map(([name]) => [name, []]));
for (let round = 1; round <= rounds; round++) {
  for (const [name, make] of found) {
    const result = { ...(await launch(make, many)), ...(await relay(make, flood)) };
    results.get(name).push(result);
    console.error(
      round,
      name,
      JSON.stringify(result, (_, value) =>
        typeof value === 'number' ? Math.round(value * 100) / 100 : value,
      ),
    );
  }
}
rmSync(work, { recursive: true, force: true });

const of = (name, key) => median(results.get(name).map((result) => result[key]));
const shown = (value, digits = 0) => (value === undefined ? 'never' : value.toFixed(digits));
console.log(
  '| runner | 20 ready, ms | stop, ms | memory (RSS), MB | 1,000,000 lines, s | CPU, s | lines lost |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const [name] of found) {
  const cells = [
    shown(of(name, 'ready')),
    shown(of(name, 'stop')),
    shown(of(name, 'memory'), 1),
    shown(of(name, 'wall'), 2),
    shown(of(name, 'cpu'), 2),
    shown(of(name, 'lost')),
  ];
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
const floor = found[0]?.[0];
for (const [name] of floor === 'bare Node program' ? found.slice(1, 3) : []) {
  const ratio = (key) => (of(name, key) / of(floor, key)).toFixed(2);
  console.log(
    `${name} ÷ bare: ready ${ratio('ready')}, stop ${ratio('stop')}, memory ${ratio('memory')}, relay ${ratio('wall')}, CPU ${ratio('cpu')}`,
  );
}
