import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Compiles and runs `test/NAME/main.ts`, which installs what it needs and so is no part of `npm test`. */
export async function runByHand(name) {
  const outfile = join(root, 'out', `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [`test/${name}/main.ts`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    loader: { '.md': 'text' },
    logLevel: 'warning',
  });
  try {
    await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
