import type { App } from '../app';

/** What admin processes are found by: the files of an app, its dependencies, and what its commands are started with. */
export interface Surroundings {
  /** Whether the app has the file; paths are relative to the app. */
  has(path: string): boolean;
  /** All files of the app. */
  readonly paths: readonly string[];
  /** Whether a manifest of the app names the package. */
  depends(...names: readonly string[]): boolean;
  /** `poetry run python`, `python` … */
  readonly python: string;
  /** `poetry run `, or nothing: what Python commands such as `flask` are started with. */
  readonly inPython: string;
  /** `bundle exec `, or nothing. */
  readonly inBundle: string;
  /** `npx `, `pnpm exec ` … */
  readonly inNode: string;
  /** `npm run `, `yarn ` … */
  readonly nodeScript: string;
}

const pythonTools: readonly (readonly [file: string, tool: string])[] = [
  ['poetry.lock', 'poetry run '],
  ['Pipfile', 'pipenv run '],
  ['uv.lock', 'uv run '],
  ['pdm.lock', 'pdm run '],
];
const nodeTools: readonly (readonly [file: string, exec: string, script: string])[] = [
  ['pnpm-lock.yaml', 'pnpm exec ', 'pnpm run '],
  ['yarn.lock', 'yarn exec ', 'yarn run '],
  ['bun.lock', 'bunx ', 'bun run '],
  ['bun.lockb', 'bunx ', 'bun run '],
];

export function surroundingsOf(app: App): Surroundings {
  const below = app.root === '' ? '' : `${app.root}/`;
  const paths = [...app.tree.paths].flatMap((path) =>
    path.startsWith(below) ? [path.slice(below.length)] : [],
  );
  const all = new Set(paths);
  const has = (path: string): boolean => all.has(path);
  const names = new Set(app.manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)));
  const texts = app.commands
    .filter(({ processType }) => processType !== undefined)
    .map(({ command }) => command.text);
  // What the formation's own processes are started with is right for the others too.
  const used = pythonTools.find(([, tool]) => texts.some((text) => text.includes(tool)));
  const inPython = (used ?? pythonTools.find(([file]) => has(file)))?.[1] ?? '';
  const manager = nodeTools.find(([file]) => has(file) || app.tree.paths.has(file));
  return {
    has,
    paths,
    depends: (...wanted) => wanted.some((name) => names.has(name)),
    python: `${inPython}${texts.some((text) => /\bpython3\b/.test(text)) ? 'python3' : 'python'}`,
    inPython,
    inBundle: has('Gemfile') ? 'bundle exec ' : '',
    inNode: manager?.[1] ?? 'npx ',
    nodeScript: manager?.[2] ?? 'npm run ',
  };
}
