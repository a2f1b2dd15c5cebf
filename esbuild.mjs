// Bundles the hosts into dist/ and puts the grammars beside them.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { load } from './scripts/generate/_load.mjs';

const { default: languages } = await load(process.cwd(), 'core/languages/index.generated.ts');
const grammars = [...new Set(languages.map(({ grammar }) => grammar))];
const production = process.argv.includes('--production');

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  loader: { '.md': 'text' },
  // web-tree-sitter's node entry is an ES module that asks for its own URL.
  define: { 'import.meta.url': '__importMetaUrl' },
  banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** Commands that are called where a moment counts; all others stand in files of their own, loaded when called. */
const together = new Set(['./run', './exec']);
const apart = new Set();

function loadedApart({ path, kind, importer }) {
  if (kind !== 'dynamic-import' || together.has(path) || !/[\\/]cli[\\/][\w-]+\.ts$/.test(importer))
    return undefined;
  apart.add(path.slice('./'.length));
  return { path: `${path.replace('./', './cli-')}.mjs`, external: true };
}

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/grammars', { recursive: true });
await Promise.all([
  build({
    ...shared,
    entryPoints: { client: 'client/extension.node.ts' },
    outdir: 'dist',
    external: ['vscode'],
  }),
  build({ ...shared, entryPoints: { server: 'server/main.node.ts' }, outdir: 'dist' }),
  build({ ...shared, entryPoints: { supervisor: 'formation/supervisor/main.ts' }, outdir: 'dist' }),
  build({
    ...shared,
    entryPoints: { cli: 'cli/main.ts' },
    outdir: 'dist',
    banner: { js: `#!/usr/bin/env node\n${shared.banner.js}` },
    plugins: [{ name: 'apart', setup: ({ onResolve }) => onResolve({ filter: /^\.\// }, loadedApart) }],
  }),
]);
await build({
  ...shared,
  entryPoints: Object.fromEntries([...apart].map((name) => [`cli-${name}`, `cli/${name}.ts`])),
  outdir: 'dist',
  format: 'esm',
  // What several commands need stands there once.
  splitting: true,
  chunkNames: 'cli-shared-[hash]',
  outExtension: { '.js': '.mjs' },
  define: {},
  // Some libraries ask for Node's own modules as CommonJS.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
});
for (const name of grammars) {
  cpSync(
    `node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`,
    `dist/grammars/tree-sitter-${name}.wasm`,
  );
}
cpSync('node_modules/web-tree-sitter/web-tree-sitter.wasm', 'dist/grammars/web-tree-sitter.wasm');
