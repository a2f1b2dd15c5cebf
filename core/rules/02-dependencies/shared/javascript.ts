import type { App } from '../../../app';
import type { Manifest } from '../../../manifest';
import nodeBuiltins from '../../../manifests/shared/node-builtins.generated';
import type { Undeclared } from './undeclared';

const PACKAGE = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
/** Names that a bundler, a framework or a host gives meaning to. */
const VIRTUAL = /^(?:[a-z]+:|[#~/.]|@\/|\$|virtual[-:]|\0)/;
/** Modules that a runtime provides, by the package that says so. */
const PROVIDED = new Set([
  'vscode',
  'electron',
  'bun',
  'k6',
  'atom',
  'server-only',
  'client-only',
  'aws-lambda',
  'fs/promises',
  'std',
  // PhantomJS
  'webpage',
  'system',
]);
/** Scopes that a framework gives meaning to, by the package that says so. */
const SCOPES: ReadonlyMap<string, string> = new Map([
  ['@site', '@docusaurus/core'],
  ['@theme', '@docusaurus/core'],
  ['@theme-original', '@docusaurus/core'],
  ['@generated', '@docusaurus/core'],
]);
/** Packages that are part of another by design: their makers tell users to import them so. */
const COMPANIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'react-dom': ['next', 'gatsby', 'preact', '@remix-run/react'],
    react: ['next', 'gatsby', 'preact'],
    vue: ['vitepress', 'vuepress', 'nuxt'],
    'vue-router': ['vuepress', 'nuxt'],
    '@jest/globals': ['jest'],
    webpack: ['@nrwl/webpack', 'next', 'react-scripts'],
    graphql: ['gatsby'],
    '@storybook/react': ['storybook'],
  }),
);

/** The package of a specifier that no manifest above a JavaScript file declares. */
export function undeclaredIn(specifier: string, path: string, app: App): Undeclared | undefined {
  if (VIRTUAL.test(specifier) || nodeBuiltins.has(specifier)) return undefined;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  if (!PACKAGE.test(name) || nodeBuiltins.has(name) || PROVIDED.has(name)) return undefined;
  const manifests = [...app.manifests, ...app.manifestsAbove].filter(({ ecosystem }) => ecosystem === 'npm');
  // One that declares nothing only sets how its folder is read.
  const nearest = manifests.find(({ dependencies }) => dependencies.length > 0) ?? manifests[0];
  if (!nearest || manifests.some(({ problem }) => problem !== undefined)) return undefined;
  if (manifests.some((manifest) => declares(manifest, name)) || app.tree.packageNames.has(name))
    return undefined;
  // An import map takes the manifest's place in a browser.
  if (app.tree.paths.has(app.root === '' ? 'config/importmap.rb' : `${app.root}/config/importmap.rb`))
    return undefined;
  return isAlias(specifier, path, app) ? undefined : { package: name, manifest: nearest.path };
}

function declares(manifest: Manifest, name: string): boolean {
  const types = `@types/${name.startsWith('@') ? name.slice(1).replace('/', '__') : name}`;
  const companions = [...(COMPANIONS.get(name) ?? []), SCOPES.get(name.split('/', 1)[0] ?? '')];
  const declared = manifest.dependencies.some(
    (one) => one.name === name || one.name === types || companions.includes(one.name),
  );
  return (
    declared || manifest.aliases.some((alias) => alias === name || name.startsWith(alias.replace(/\*$/, '')))
  );
}

/** The specifier is a path of this tree by an alias or a base folder: its first part is a folder or file near. */
function isAlias(specifier: string, path: string, app: App): boolean {
  if (
    app.aliases.some((alias) =>
      alias.endsWith('*') ? specifier.startsWith(alias.slice(0, -1)) : specifier === alias,
    )
  )
    return true;
  if (app.baseFolders.length === 0) return false;
  return (
    app.baseFolders.some((folder) => {
      const start = folder === '' ? specifier : `${folder}/${specifier}`;
      return [
        '',
        '.ts',
        '.tsx',
        '.js',
        '.jsx',
        '.mjs',
        '.cjs',
        '.json',
        '.vue',
        '/index.ts',
        '/index.tsx',
        '/index.js',
      ].some((end) => app.tree.paths.has(start + end));
    }) && path !== ''
  );
}
