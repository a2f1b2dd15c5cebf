// Finds the regular expressions of the product's source, and judges whether a text can make them slow.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { check } from 'recheck';
import { Language, Parser } from 'web-tree-sitter';

/** The largest code file that is read, and the longest text that a rule is shown. */
const LONG = 512 * 1024;
const SHORT = 4 * 1024;
/** Milliseconds in which a text of such a length must have been gone through. */
const MOST = { [LONG]: 1_000, [SHORT]: 100 };

const ROOMS = ['core', 'host', 'formation', 'server', 'client', 'cli'];

/** The product's source files; generated ones repeat what others say. */
export function sourcesOf(root) {
  return ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.generated.ts'))
      .map((path) => join(room, path).replaceAll('\\', '/'))
      .sort(),
  );
}

export const keyOf = ({ source, flags }) => `/${source}/${flags}`;

/** All regular expression literals of these TypeScript files, as the grammar sees them. */
export async function regexesOf(paths) {
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  await Parser.init();
  const parser = new Parser();
  const grammars = dirname(resolve('@vscode/tree-sitter-wasm'));
  parser.setLanguage(await Language.load(join(grammars, 'tree-sitter-typescript.wasm')));
  return paths.flatMap((path) => {
    const tree = parser.parse(readFileSync(path, 'utf8'));
    const found = tree.rootNode.descendantsOfType('regex').map((node) => ({
      source: node.childForFieldName('pattern')?.text ?? '',
      flags: node.childForFieldName('flags')?.text ?? '',
      path,
      line: node.startPosition.row + 1,
    }));
    tree.delete();
    return found;
  });
}

/**
 * `safe`: no text can make it slow. `bounded`: the worst text is slow for what it is, but one of half a megabyte is
 * gone through in a second. `short`: slow on long texts, fast on those of four thousand characters. `slow`: neither.
 */
export async function judge({ source, flags }) {
  const verdict = await check(source, flags, { timeout: 60_000 });
  if (verdict.status === 'safe') return 'safe';
  if (verdict.status !== 'vulnerable') return 'slow';
  if (await isFast(source, flags, attack(verdict.attack, LONG), MOST[LONG])) return 'bounded';
  return (await isFast(source, flags, attack(verdict.attack, SHORT), MOST[SHORT])) ? 'short' : 'slow';
}

/** The worst text for a regular expression, at this length. */
function attack({ pumps, suffix }, length) {
  const width = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.ceil(length / width);
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
}

const RUN = `
  const { parentPort, workerData: { source, flags, text } } = require('node:worker_threads');
  const regex = new RegExp(source, flags);
  const start = performance.now();
  if (regex.global) for (const match of text.matchAll(regex)) match.index;
  else regex.test(text);
  parentPort.postMessage(performance.now() - start);
`;

async function isFast(source, flags, text, most) {
  const worker = new Worker(RUN, { eval: true, workerData: { source, flags, text } });
  const took = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(Number.POSITIVE_INFINITY), most + 2_000);
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', () => clearTimeout(timer));
  });
  await worker.terminate();
  return took < most;
}
