// How fast values are told apart: 50 MB of values as they stand in code and configuration, on one core.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'values-'));
const MEGABYTES = 50;

async function load(path) {
  const outfile = join(folder, `${path.replaceAll('/', '-')}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [path],
    outfile,
    bundle: true,
    format: 'esm',
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

/** Numbers in no order that are the same in each run. */
function noise(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const next = noise(7);
const made = (length, letters) => Array.from({ length }, () => letters[next(letters.length)]).join('');
const ALL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const words = 'order shop mail user password reset message title button label save cancel list'.split(' ');
const kinds = {
  words: () => Array.from({ length: 2 + next(8) }, () => words[next(words.length)]).join(' '),
  names: () => Array.from({ length: 1 + next(4) }, () => words[next(words.length)]).join('-'),
  paths: () => `/${words[next(words.length)]}/${words[next(words.length)]}/index.html`,
  urls: () =>
    `https://${words[next(words.length)]}.shop-host.net/${words[next(words.length)]}?page=${next(99)}`,
  keys: () => made(20 + next(60), ALL),
  hex: () => made(32 + next(32), '0123456789abcdef'),
  passwords: () => `${words[next(words.length)]}-${made(4 + next(6), ALL)}!`,
  long: () => Array.from({ length: 200 }, () => words[next(words.length)]).join(' '),
};

/** So many different values that no cache holds them for long, and few enough not to measure the memory. */
const VALUES = 20_000;

function corpus(makers) {
  return Array.from({ length: VALUES }, () => Buffer.from(makers[next(makers.length)]()).toString('latin1'));
}

function measure(values, classifyValue) {
  const bytes = values.reduce((sum, value) => sum + value.length, 0);
  const rounds = Math.ceil((MEGABYTES * 1024 * 1024) / bytes);
  const start = process.cpuUsage();
  for (let round = 0; round < rounds; round++) for (const value of values) classifyValue(value);
  const { user, system } = process.cpuUsage(start);
  return (bytes * rounds) / 1024 / 1024 / ((user + system) / 1_000_000);
}

const { classifyValue } = await load('core/values/classify.ts');
measure(corpus(Object.values(kinds)), classifyValue);
for (const [name, maker] of [...Object.entries(kinds), ['all kinds', undefined]]) {
  const values = corpus(maker ? [maker] : Object.values(kinds));
  console.log(`${name.padEnd(12)} ${measure(values, classifyValue).toFixed(0).padStart(6)} MB/s`);
}
for (const length of [1_000, 2_000, 4_000]) {
  const values = Array.from({ length: 2_000 }, () => made(length, ALL));
  console.log(`${`${length} long`.padEnd(12)} ${measure(values, classifyValue).toFixed(0).padStart(6)} MB/s`);
}
rmSync(folder, { recursive: true });
