import type { ProgramStarted } from '../../core/protocol';
import { dotnet } from './dotnet';
import { go } from './go';
import { invocationOf } from './invocation';
import { java } from './java';
import { type AppFiles, baseName, type Launch, type Launcher, type NoLaunch, within } from './launch';
import { managers, node } from './node';
import { php } from './php';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';

/** Those that know their program by its name come before those that look for a file of that name. */
const launchers: readonly Launcher[] = [php, java, dotnet, rust, ruby, python, go, node];

type Env = Readonly<Record<string, string>>;

/**
 * How the command of a process type is launched under a debugger. `env` is the whole environment of the process. In the
 * attributes, `${root}` stands for the app's folder. `program` is what the command leads to, which counts where the
 * command itself names a script, a stub or a package manager.
 */
export function launchOf(
  command: string,
  env: Env,
  files: AppFiles,
  program?: ProgramStarted,
): Launch | NoLaunch {
  const named = namedBy(command, env, files);
  if ('ways' in named && !isWrapped(named)) return named;
  const behind = program && behindOf(program, env, files);
  if (behind && (!('ways' in named) || behind.runtime !== named.runtime)) return behind;
  return 'ways' in named ? named : (terminal(command, files) ?? named);
}

function namedBy(command: string, env: Env, files: AppFiles): Launch | NoLaunch {
  const invocation = invocationOf(command, env);
  if ('problem' in invocation) return invocation;
  const { words, folder } = invocation;
  // A stub says in its first line what runs it.
  const interpreter = files.interpreter(within(folder, words[0] ?? ''));
  const spelled = [words, ...(interpreter === undefined ? [] : [[interpreter, ...words]])];
  for (const one of spelled) {
    for (const launcher of launchers) {
      const found = launcher({ ...invocation, words: one }, files);
      if (found) return { folder, ...found, env: invocation.env };
    }
  }
  const name = baseName(words[0] ?? '');
  return {
    problem: `No debugger is known for ${name}. Debug the process type by a launch configuration of your own.`,
  };
}

/** A package manager runs what its script says, which may be a program of any language. */
function isWrapped({ ways }: Launch): boolean {
  return ways.some(({ attributes }) => managers.has(String(attributes.runtimeExecutable)));
}

/** The first of the ways to write the program that a debugger is known for. */
function behindOf({ folder, ...program }: ProgramStarted, env: Env, files: AppFiles): Launch | undefined {
  for (const text of spellings(program)) {
    const found = namedBy(folder === '' ? text : `cd '${folder}' && ${text}`, env, files);
    if ('ways' in found) return found;
  }
  return undefined;
}

/** As it is written, and as one writes it who starts its file by the language's own tool. */
function spellings({ text, file, family }: Omit<ProgramStarted, 'folder'>): readonly string[] {
  const [first = '', ...rest] = text.split(' ');
  if (file === undefined || /^(?:export|cd|\w+=)/.test(first)) return [text];
  const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
  if (family === 'go') return [text, ['go', 'run', `./${folder}`, ...rest].join(' ')];
  if (family !== 'rust') return [text];
  const bin = /(?:^|\/)src\/bin\/([\w-]+)/.exec(file)?.[1];
  return [text, ['cargo', 'run', ...(bin === undefined ? [] : ['--bin', bin]), '--', ...rest].join(' ')];
}

/** Manifests of languages whose programs a terminal that debugs node would run without a debugger. */
const otherManifests =
  'Gemfile requirements.txt pyproject.toml Pipfile manage.py composer.json go.mod pom.xml build.gradle Cargo.toml'.split(
    ' ',
  );

/** In a Node app a whole command line can be run in a terminal that debugs every node program it starts. */
function terminal(command: string, files: AppFiles): Launch | undefined {
  const namesNode = /(?:^|[\s;&|"'])(?:node|npm|npx|yarn|pnpm)\s/.test(command);
  const isNodeApp = files.has('package.json') && !otherManifests.some((manifest) => files.has(manifest));
  if (!namesNode && !isNodeApp) return undefined;
  return { runtime: 'node', ways: [{ type: 'node-terminal', attributes: { command } }], folder: '', env: {} };
}
