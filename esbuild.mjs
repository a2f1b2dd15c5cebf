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

const commandsApart = ['check', 'explain', 'export'];
const apart = new RegExp(`^\\./(?:${commandsApart.join('|')})$`);

function loadedApart({ path, kind }) {
  return kind === 'dynamic-import'
    ? { path: path.replace('./', './cli-').concat('.js'), external: true }
    : undefined;
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
  // What a command loads when it is called stands in a file of its own, so that `run` starts with little.
  build({
    ...shared,
    entryPoints: { cli: 'cli/main.ts' },
    outdir: 'dist',
    banner: { js: `#!/usr/bin/env node\n${shared.banner.js}` },
    plugins: [{ name: 'apart', setup: ({ onResolve }) => onResolve({ filter: apart }, loadedApart) }],
  }),
  build({
    ...shared,
    entryPoints: Object.fromEntries(commandsApart.map((name) => [`cli-${name}`, `cli/${name}.ts`])),
    outdir: 'dist',
  }),
]);
for (const name of grammars) {
  cpSync(
    `node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`,
    `dist/grammars/tree-sitter-${name}.wasm`,
  );
}
cpSync('node_modules/web-tree-sitter/web-tree-sitter.wasm', 'dist/grammars/web-tree-sitter.wasm');
