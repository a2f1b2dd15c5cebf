// Writes every list that is made from the code: registries, rule pages, manifest entries, README tables, the table of runners in docs/procfile.md.
// With --check it writes nothing and fails where a file is not what it would write.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
const folder = join(root, 'scripts', 'generate');

/** Later generators read what earlier ones wrote, so the order counts. */
const order = ['registries.mjs', 'files.mjs', 'rules.mjs', 'commands.mjs', 'readme.mjs', 'procfile.mjs'];
const unknown = readdirSync(folder).filter(
  (name) => name.endsWith('.mjs') && !name.startsWith('_') && !order.includes(name),
);
if (unknown.length > 0) throw new Error(`scripts/generate.mjs does not know ${unknown.join(', ')}`);

const stale = [];
for (const name of order) {
  if (!existsSync(join(folder, name))) throw new Error(`scripts/generate/${name} is missing`);
  const { generate } = await import(pathToFileURL(join(folder, name)).href);
  for (const { path, text } of await generate({ root, check })) {
    const target = join(root, path);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    stale.push(relative(root, target));
    if (check) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
if (stale.length > 0) console.log(`${check ? 'Not fresh' : 'Written'}: ${stale.join(', ')}`);
if (check && stale.length > 0) {
  console.error('Run: node scripts/generate.mjs');
  process.exitCode = 1;
}
