import { dotnet } from './dotnet';
import { go } from './go';
import { invocationOf } from './invocation';
import { java } from './java';
import { type AppFiles, baseName, type Launch, type Launcher, type NoLaunch } from './launch';
import { node } from './node';
import { php } from './php';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';

/** Those that know their program by its name come before those that look for a file of that name. */
const launchers: readonly Launcher[] = [php, java, dotnet, rust, ruby, python, go, node];

/**
 * How the command of a process type is launched under a debugger. `env` is the whole environment of the process. In the
 * attributes, `${root}` stands for the app's folder.
 */
export function launchOf(
  command: string,
  env: Readonly<Record<string, string>>,
  files: AppFiles,
): Launch | NoLaunch {
  const invocation = invocationOf(command, env);
  if ('problem' in invocation) return terminal(command, files) ?? invocation;
  for (const launcher of launchers) {
    const found = launcher(invocation, files);
    if (found) return { folder: invocation.folder, ...found, env: invocation.env };
  }
  const name = baseName(invocation.words[0] ?? '');
  return (
    terminal(command, files) ?? {
      problem: `No debugger is known for ${name}. Debug the process type by a launch configuration of your own.`,
    }
  );
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
