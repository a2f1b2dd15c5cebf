import { parseCommand } from '../../core/procfile/command';
import { invocationOf } from './invocation';
import {
  type AppFiles,
  baseName,
  type Found,
  type Invocation,
  type Launcher,
  splitOptions,
  type Way,
  within,
} from './launch';

const valued = new Set([
  '-r',
  '--require',
  '--import',
  '--loader',
  '--experimental-loader',
  '-C',
  '--conditions',
  '--env-file',
  '--title',
]);
/** Programs that run a file of the app as node does. */
const runners = new Set(['nodemon', 'tsx', 'ts-node', 'ts-node-dev', 'node-dev', 'babel-node', 'esmx']);
export const managers = new Set(['npm', 'yarn', 'pnpm']);
/** Words of npm that run the script of their name without `run`. */
const shortScripts = new Set(['start', 'stop', 'test', 'restart']);
const managerOptions = new Set(['--prefix', '-C', '--dir', '--cwd', '-w', '--workspace', '--filter', '-F']);

/** How deep scripts that run scripts are followed. */
const deepest = 4;

/**
 * Node programs, by Node's own debugger: `node server.js`, `npm start`, `next start`. A script of package.json that is
 * one node program is launched as that, so that its arguments and its file are known; any other by its package manager.
 */
export const node: Launcher = (invocation, files) => launch(invocation, files, deepest);

function launch(invocation: Invocation, files: AppFiles, depth: number): Found | undefined {
  const [first = '', ...rest] = invocation.words;
  const name = baseName(first);
  if (name === 'node' || name === 'nodejs') return program(first, rest, invocation);
  if (name === 'bun') return bun(rest, invocation);
  if (managers.has(name)) return script(name, rest, invocation, files, depth);
  if (runners.has(name))
    return ofNode({ runtimeExecutable: tool(first, invocation, files), runtimeArgs: rest });
  const installed = files.has(within(invocation.folder, `node_modules/.bin/${name}`));
  if (!installed && !/\.[cm]?js$/.test(first)) return undefined;
  if (/\.[cm]?js$/.test(first)) return program('node', invocation.words, invocation);
  return ofNode({ runtimeExecutable: tool(first, invocation, files), runtimeArgs: rest });
}

function program(executable: string, rest: readonly string[], { folder }: Invocation): Found | undefined {
  const [options, [file, ...args]] = splitOptions(rest, valued);
  const runtimeArgs = options.filter((option) => !option.startsWith('--inspect'));
  if (file === undefined) return undefined;
  return ofNode({
    program: within(folder, file),
    args,
    ...(runtimeArgs.length > 0 && { runtimeArgs }),
    ...(executable !== 'node' && { runtimeExecutable: executable }),
  });
}

function bun(rest: readonly string[], { folder }: Invocation): Found | undefined {
  const words = rest[0] === 'run' ? rest.slice(1) : rest;
  const [options, [file, ...args]] = splitOptions(words, valued);
  if (file === undefined) return undefined;
  return {
    runtime: 'node',
    ways: [{ type: 'bun', attributes: { program: within(folder, file), args, runtimeArgs: options } }],
  };
}

/** `npm run web -- --port 1`, `yarn start`, `pnpm --dir web start`. */
function script(
  manager: string,
  rest: readonly string[],
  invocation: Invocation,
  files: AppFiles,
  depth: number,
): Found | undefined {
  const asItIs = ofNode({ runtimeExecutable: manager, runtimeArgs: rest });
  const [options, words] = splitOptions(rest, managerOptions);
  const runs = words[0] === 'run' || words[0] === 'run-script';
  const [name, ...args] = runs ? words.slice(1) : words;
  if (name === undefined || (manager === 'npm' && !runs && !shortScripts.has(name))) return asItIs;
  // Which package a filter means is the manager's to say.
  if (
    options.some(
      (option) => !/^(?:--prefix|-C|--dir|--cwd|-s|--silent)\b/.test(option) && option.startsWith('-'),
    )
  ) {
    return asItIs;
  }
  const folder = within(invocation.folder, folderIn(options).replace(/\/$/, ''));
  const found = files.scripts(folder)?.[name];
  const text =
    found ?? (name === 'start' && files.has(within(folder, 'server.js')) ? 'node server.js' : undefined);
  if (text === undefined || depth === 0) return asItIs;
  return inlined(text, args, folder, invocation, files, depth) ?? asItIs;
}

function folderIn(options: readonly string[]): string {
  for (const [at, option] of options.entries()) {
    const [name = '', value] = option.split('=', 2);
    if (managerOptions.has(name)) return value ?? options[at + 1] ?? '';
  }
  return '';
}

/** The program of a script, where the script is that one program and nothing around it. */
function inlined(
  text: string,
  args: readonly string[],
  folder: string,
  invocation: Invocation,
  files: AppFiles,
  depth: number,
): Found | undefined {
  if (parseCommand(text).simple.length !== 1) return undefined;
  const found = invocationOf(text, invocation.env);
  if ('problem' in found || Object.keys(found.env).length > 0 || /\$/.test(text)) return undefined;
  const words = [...found.words, ...(args[0] === '--' ? args.slice(1) : args)];
  const launched = launch({ ...found, words, folder }, files, depth - 1);
  return launched && { folder, ...launched };
}

function tool(name: string, { folder }: Invocation, files: AppFiles): string {
  const installed = within(folder, `node_modules/.bin/${baseName(name)}`);
  return files.has(installed) ? `\${root}/${installed}` : name;
}

function ofNode(attributes: Way['attributes']): Found | undefined {
  return { runtime: 'node', ways: [{ type: 'node', attributes: { ...attributes, ...consoles } }] };
}

/** A terminal would show the env vars that a debugger starts its program with. */
const consoles = {
  console: 'internalConsole',
  outputCapture: 'std',
  autoAttachChildProcesses: true,
  skipFiles: ['<node_internals>/**'],
};
