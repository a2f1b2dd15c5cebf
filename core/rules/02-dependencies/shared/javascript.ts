import type { App } from '../../../app';
import type { Import } from '../../../facts/fact';
import type { Manifest } from '../../../manifest';
import nodeBuiltins from '../../../manifests/shared/node-builtins.generated';
import { isLocked, isLockedWithout, runsOnLambda, type Undeclared } from './undeclared';

const PACKAGE = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
/** Names that a bundler, a framework or a host gives meaning to. */
const VIRTUAL =
  /^(?:[a-z]+:|[#~/.]|@\/|\$|virtual[-:]|\0)|^[^/]*\.(?:json|s?css|less|svg|png|html|txt|ya?ml|graphql|wasm)$/;
/** What stands for any package in samples of code. */
const PLACEHOLDER =
  /^(?:foo|bar|baz|qux|somewhere|(?:my|some|other|your)-?(?:module|package|lib(?:rary)?|thing|where)?|module(?:-name)?|package(?:-name)?|example)$/;
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
  ['@docusaurus', '@docusaurus/core'],
  ['@ember', 'ember-source'],
  ['@glimmer', 'ember-source'],
  ['@storybook', 'storybook'],
  ['uno.css', 'unocss'],
  ['meteor', 'meteor-node-stubs'],
  ['@playwright', 'playwright'],
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
    ember: ['ember-source', 'ember-cli'],
    qunit: ['ember-qunit', 'ember-cli-qunit'],
    'ember-qunit': ['ember-cli-qunit'],
    rsvp: ['ember-source'],
    modernizr: ['modernizr-loader', 'webpack-modernizr-loader'],
  }),
);

/** Tools whose own generated settings name what they bring. */
const SETTINGS: readonly (readonly [tool: string, brings: RegExp])[] = [
  ['@rails/webpacker', /^(?:webpack|postcss-.*|@babel\/.*|babel-plugin-.*|compression-webpack-plugin)$/],
  ['react-scripts', /^(?:webpack|@babel\/.*|babel-.*|eslint-.*|jest|postcss-.*|@testing-library\/jest-dom)$/],
  ['@vue/cli-service', /^(?:webpack|webpack-.*|vue-template-compiler)$/],
  ['laravel-mix', /^(?:webpack|webpack-merge)$/],
  ['ember-cli', /^(?:broccoli-.*|ember-cli-.*)$/],
];

/** The package of a specifier that no manifest above a JavaScript file declares. */
export function undeclaredIn(specifier: string, path: string, app: App): Undeclared | undefined {
  if (VIRTUAL.test(specifier) || nodeBuiltins.has(specifier)) return undefined;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  if (PLACEHOLDER.test(name) || /(?:^|\/)syntax_test/.test(path)) return undefined;
  if (!PACKAGE.test(name) || nodeBuiltins.has(name) || PROVIDED.has(name)) return undefined;
  const manifests = [...app.manifests, ...app.manifestsAbove].filter(({ ecosystem }) => ecosystem === 'npm');
  // One that declares nothing only sets how its folder is read.
  const nearest = manifests.find(({ dependencies }) => dependencies.length > 0) ?? manifests[0];
  if (!nearest || manifests.some(({ problem }) => problem !== undefined)) return undefined;
  if (manifests.some((manifest) => declares(manifest, name)) || app.tree.packageNames.has(name))
    return undefined;
  const below = app.root === '' ? '' : `${app.root}/`;
  // An import map takes the manifest's place in a browser.
  if (app.tree.paths.has(`${below}config/importmap.rb`)) return undefined;
  // So does the manifest of Bower; what a lockfile of npm knows is not from there.
  if (app.tree.paths.has(`${below}bower.json`) && !isLocked(name, 'npm', app)) return undefined;
  if (isAlias(specifier, path, app) || isNearby(specifier, app) || (isOfLambda(name) && runsOnLambda(app)))
    return undefined;
  // What no lockfile pins may be a name that the build gives a meaning to; or it was typed a moment ago.
  const isOpen = isLockedWithout([name], 'npm', app);
  const found: Undeclared = {
    package: name,
    manifest: nearest.path,
    ...(isOpen && { severity: 'information' }),
  };
  if (!manifests.some((manifest) => declaresTypes(manifest, name))) return found;
  return TYPES_ALONE.test(name) ? undefined : { ...found, typed: true, severity: 'information' };
}

/** Packages of which there are only types, or whose code the host of a page or a plugin brings. */
const TYPES_ALONE =
  /^(?:estree(?:-jsx)?|geojson|json-schema|unist|mdast|hast|nlcst|csstype|express-serve-static-core|meteor|react|react-dom|@wordpress\/.*|topojson-specification|trusted-types|webpack-env)$/;

/** Whether an import brings in more than types: a default or namespace that TypeScript code would not call so as a type. */
export function bringsValues({ bindings, module }: Import, path: string): boolean {
  if (!/\.(?:[cm]?ts|tsx|vue|svelte|astro)$/.test(path)) return true;
  return bindings.some(({ local, qualified }) => qualified === module && /^[a-z]/.test(local));
}

function declaresTypes({ dependencies }: Manifest, name: string): boolean {
  const types = `@types/${name.startsWith('@') ? name.slice(1).replace('/', '__') : name}`;
  return dependencies.some((one) => one.name === types);
}

/** AWS Lambda's own image holds the SDK. https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html */
const isOfLambda = (name: string): boolean => name === 'aws-sdk' || name.startsWith('@aws-sdk/');

/** Folders that bundlers are told to look for modules in. */
const SOURCES = ['', 'src/', 'app/', 'lib/', 'client/', 'js/', 'source/', 'resources/js/', 'app/javascript/'];

/** A bundler's own settings may well make a file of the app a module of that name. */
function isNearby(specifier: string, app: App): boolean {
  const root = app.root === '' ? '' : `${app.root}/`;
  return SOURCES.some((folder) => isFile(root + folder + specifier, app));
}

const ENDINGS = 'ts tsx js jsx mjs cjs mts cts json vue svelte css scss less'.split(' ');

/** Whether a path is a file of the tree, with an ending of its own or as the index of a folder. */
function isFile(path: string, { tree }: App): boolean {
  if (tree.paths.has(path)) return true;
  return ENDINGS.some((end) => tree.paths.has(`${path}.${end}`) || tree.paths.has(`${path}/index.${end}`));
}

const folders = new WeakMap<App['tree'], ReadonlySet<string>>();

/** Every folder of the tree: below a base folder one may hold files that a build makes. */
function foldersOf(tree: App['tree']): ReadonlySet<string> {
  const known = folders.get(tree);
  if (known) return known;
  const found = new Set<string>();
  for (const path of tree.paths) {
    for (
      let at = path.lastIndexOf('/');
      at > 0 && !found.has(path.slice(0, at));
      at = path.lastIndexOf('/', at - 1)
    )
      found.add(path.slice(0, at));
  }
  folders.set(tree, found);
  return found;
}

function declares(manifest: Manifest, name: string): boolean {
  const companions = [...(COMPANIONS.get(name) ?? []), SCOPES.get(name.split('/', 1)[0] ?? '')];
  const declared = manifest.dependencies.some((one) => one.name === name || companions.includes(one.name));
  const isBrought = SETTINGS.some(
    ([tool, brings]) => brings.test(name) && manifest.dependencies.some((one) => one.name === tool),
  );
  return (
    declared ||
    isBrought ||
    manifest.aliases.some((alias) => alias === name || name.startsWith(alias.replace(/\*$/, '')))
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
  return (
    path !== '' &&
    app.baseFolders.some((folder) => {
      const below = folder === '' ? '' : `${folder}/`;
      const [first = '', ...rest] = specifier.split('/');
      return isFile(below + specifier, app) || (rest.length > 0 && foldersOf(app.tree).has(below + first));
    })
  );
}
