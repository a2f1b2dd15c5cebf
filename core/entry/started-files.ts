import type { App } from '../app';
import type { Program } from '../procfile/program';
import { joined, type Target } from '../procfile/targets';

/** The file of the workspace folder that a word of a command names, if it is there. */
export function fileOf(
  target: Exclude<Target, { kind: 'script' }>,
  paths: ReadonlySet<string>,
): string | undefined {
  const wanted = target.kind === 'file' ? [target.path] : target.paths;
  return wanted.find((path) => paths.has(path)) ?? wanted.flatMap(sourcesOf).find((path) => paths.has(path));
}

const COMPILED = new Set(['dist', 'build', 'lib', 'out', '.output']);

/** Where the source of a compiled file usually lies: `src/server.ts` for `dist/server.js`. */
function sourcesOf(path: string): string[] {
  const parts = path.split('/');
  const at = parts.findIndex((part) => COMPILED.has(part));
  if (at < 0) return [];
  const before = parts.slice(0, at);
  const inside = parts.slice(at + 1).join('/');
  const kind = /\.([cm]?)js$/.exec(inside)?.[1] ?? '';
  const plain = inside.replace(/\.[cm]?js$/, '');
  const nested = plain.split('/');
  // Nx builds `apps/api/src/main.ts` into `dist/apps/api/main.js`.
  nested.splice(-1, 0, 'src');
  const stems = [['src', plain], [plain], nested].map((one) => [...before, ...one].join('/'));
  return stems.flatMap((stem) => [`${stem}.${kind}ts`, `${stem}.js`, `${stem}.tsx`, `${stem}/index.ts`]);
}

const RACK = /^(?:puma|pumactl|rackup|unicorn|thin|falcon|passenger)$/;

/** Files that a program starts without naming them: `config.ru`, the main package of a binary, a `Program.cs`. */
export function impliedFiles({ name, args }: Program, folder: string, app: App): string[] {
  const at = (path: string): string[] => {
    const full = joined(folder, path);
    return full !== undefined && app.tree.paths.has(full) ? [full] : [];
  };
  if (RACK.test(name)) return at('config.ru');
  if (name === 'rails') return [...at('config.ru'), ...at('config/application.rb')].slice(0, 1);
  if (name === 'sidekiq' || name === 'good_job') return at('config/environment.rb');
  if (name === 'java') return mains(app, /\.(?:java|kt)$/);
  if (name === 'dotnet')
    return dotnetMain(
      args.map(({ text }) => text),
      app,
    );
  if (name === 'go' && args[0]?.text === 'run')
    return goMain(args.slice(1).find(({ text }) => !text.startsWith('-'))?.text ?? '.', folder, app);
  if (name === 'cargo' && args[0]?.text === 'run')
    return rustMain(
      optionOf(
        args.map(({ text }) => text),
        '--bin',
      ),
      app,
    );
  if (/^heroku-php-/.test(name))
    return [...at('public/index.php'), ...at('web/index.php'), ...at('index.php')].slice(0, 1);
  return binaryMain(name, app);
}

function optionOf(args: readonly string[], option: string): string | undefined {
  const index = args.indexOf(option);
  return index < 0
    ? args.find((one) => one.startsWith(`${option}=`))?.slice(option.length + 1)
    : args[index + 1];
}

function mains(app: App, ending: RegExp): string[] {
  const found = [...app.files.values()].filter(
    ({ path, class: of, traits }) => of === 'app' && traits.includes('main') && ending.test(path),
  );
  const booted = found.filter(({ imports }) =>
    imports.some((one) => /^org\.springframework\.boot/.test(one)),
  );
  return (booted.length > 0 ? booted : found).map(({ path }) => path);
}

function dotnetMain(args: readonly string[], app: App): string[] {
  const library = args.find((one) => one.endsWith('.dll'));
  const project = library?.slice(library.lastIndexOf('/') + 1, -'.dll'.length);
  const found = mains(app, /(?:^|\/)(?:Program|Startup)\.cs$/);
  const own = found.filter((path) => project !== undefined && path.split('/').at(-2) === project);
  return own.length > 0 ? own : found;
}

function goMain(target: string, folder: string, app: App): string[] {
  const base = joined(folder, target);
  if (base === undefined) return [];
  return mains(app, /\.go$/).filter(
    (path) => path === base || path.slice(0, Math.max(0, path.lastIndexOf('/'))) === base,
  );
}

function rustMain(bin: string | undefined, app: App): string[] {
  const found = mains(app, /(?:^|\/)src\/(?:main|bin\/(?:[\w-]+\/)?[\w-]+)\.rs$/);
  return bin === undefined
    ? found.filter((path) => path.endsWith('src/main.rs'))
    : found.filter((path) => path.includes(`bin/${bin}`));
}

/** The main package of a compiled program: the one that is called like it, else the only one there is. */
function binaryMain(name: string, app: App): string[] {
  const found = mains(app, /(?:\.go|(?:^|\/)src\/(?:main|bin\/(?:[\w-]+\/)?[\w-]+)\.rs)$/);
  const called = found.filter((path) => namesOf(path, app).includes(dashed(name)));
  const shipped = found.filter((path) => !/(?:^|\/)(?:tools?|scripts?|hack|internal)\//.test(path));
  return called.length > 0 ? called : shipped.length === 1 ? shipped : [];
}

/** What a program may be called whose main function a file holds: like its folder, itself or its package. */
function namesOf(path: string, app: App): string[] {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  // Of Rust's `src/main.rs` the folder is the one above.
  if (file.endsWith('.rs') && parts.at(-1) === 'src') parts.pop();
  const folder = parts.length === 0 ? '' : `${parts.join('/')}/`;
  const packages = ['Cargo.toml', 'go.mod'].map((name) => app.tree.manifests.get(folder + name)?.name ?? '');
  const own = packages.map(
    (name) =>
      name
        .replace(/\/v\d{1,9}$/, '')
        .split('/')
        .at(-1) ?? '',
  );
  return [parts.at(-1) ?? '', file.replace(/\.\w{1,9}$/, ''), ...own]
    .filter((name) => name !== '')
    .map(dashed);
}

const dashed = (name: string): string => name.replaceAll('_', '-');
