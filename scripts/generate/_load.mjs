// Loads a TypeScript module of this project, bundled in memory.
import { join } from 'node:path';
import { build } from 'esbuild';

export async function load(root, path, plugins = []) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    plugins,
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(process.cwd() + '/');",
    },
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
