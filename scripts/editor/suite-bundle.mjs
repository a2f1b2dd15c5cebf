import { cpSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { removeAbandoned } from '../shared/abandoned.mjs';
import { out, root } from '../shared/paths.mjs';

const tests = join(root, 'test', 'vscode');
const hooks = 'test/harness/editor/screenshot-on-failure.ts';

/**
 * Compiles a suite that runs inside the extension host, the tests below `test/vscode/NAME`, into the tests-only
 * extension. Resolves to `{ extension, entry, isEmpty }`: its folder, the module that exports `run()`, and whether no
 * test is left by the filter.
 */
export async function bundleSuite(name, filter) {
  const extension = join(out, `vscode-${name}-${process.pid}`);
  const files = testFiles(join(tests, name), filter);
  removeAbandoned(out, /^vscode-\w+-(\d+)$/);
  await build({
    absWorkingDir: root,
    entryPoints: [join(tests, 'suite', 'index.ts'), ...files].map((path) => ({
      in: path,
      out: basename(path, '.ts'),
    })),
    outdir: join(extension, 'suite'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  cpSync(join(tests, 'extension', 'package.json'), join(extension, 'package.json'));
  return { extension, entry: join(extension, 'suite', 'index.js'), isEmpty: files.length === 0 };
}

/** Compiles the tests that drive the page; resolves to `{ folder, files, hooks }`, the compiled modules. */
export async function bundleUi(filter) {
  const folder = join(out, `ui-${process.pid}`);
  removeAbandoned(out, /^ui-(\d+)$/);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, hooks), ...testFiles(join(tests, 'ui'), filter)],
    outdir: folder,
    outbase: join(root, 'test'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
    plugins: [scriptsStayOutside],
  });
  const entries = Object.entries(metafile.outputs).filter(([, output]) => output.entryPoint);
  const compiled = (keep) => entries.filter(keep).map(([path]) => pathToFileURL(join(root, path)));
  const [hooksFile] = compiled(([, { entryPoint }]) => entryPoint === hooks);
  return { folder, files: compiled(([, { entryPoint }]) => entryPoint !== hooks), hooks: hooksFile };
}

// These modules find their files by their own place, so they are imported where they lie.
const scriptsStayOutside = {
  name: 'scripts-stay-outside',
  setup(builder) {
    builder.onResolve({ filter: /\/scripts\/.*\.mjs$/ }, ({ path, resolveDir }) => ({
      path: pathToFileURL(join(resolveDir, path)).href,
      external: true,
    }));
  },
};

function testFiles(folder, filter = '') {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => relative(root, path).includes(filter));
}
