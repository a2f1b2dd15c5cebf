// Judges the regular expressions that no one has judged yet and writes test/regexes.checked.json, by which
// test/regexes.test.ts knows them without judging them again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './shared/paths.mjs';
import { judge, keyOf, regexesOf, sourcesOf } from './shared/regexes.mjs';

const file = join(root, 'test', 'regexes.checked.json');
const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
const checked = {};
for (const regex of await regexesOf(sourcesOf(root))) {
  const key = keyOf(regex);
  checked[key] ??= Object.hasOwn(known, key) ? known[key] : await judge(regex);
  if (!Object.hasOwn(known, key)) console.log(`${checked[key]}  ${regex.path}:${regex.line}  ${key}`);
}
const sorted = Object.fromEntries(Object.entries(checked).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(sorted, undefined, 2)}\n`);
process.exit();
