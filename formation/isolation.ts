import type { Procfile, SimpleCommand } from '../core/procfile/procfile';

/** Tools that run a program within the app's declared dependencies: the words before it. */
const tools: readonly (readonly string[])[] = [
  ['bundle', 'exec'],
  ['poetry', 'run'],
  ['pipenv', 'run'],
  ['uv', 'run'],
  ['pdm', 'run'],
  ['hatch', 'run'],
  ['rye', 'run'],
  ['conda', 'run'],
  ['pixi', 'run'],
  ['npx'],
  ['pnpm', 'exec'],
  ['yarn', 'exec'],
  ['yarn', 'run'],
  ['bunx'],
  ['mise', 'exec', '--'],
  ['direnv', 'exec', '.'],
  ['nix', 'develop', '-c'],
  ['dotenv'],
  ['doppler', 'run', '--'],
  ['op', 'run', '--'],
  ['heroku', 'local:run'],
];

/**
 * What an admin command must be run with, to see what the app's processes see: the words before the program in most
 * of the Procfile's commands, `bundle exec`, or nothing. The app's own process types count, one-shots included.
 */
export function isolationOf(procfile: Procfile): readonly string[] {
  const counts = new Map<readonly string[], number>();
  for (const { command } of procfile.processes) {
    const tool = command.simple.map(toolOf).find((found) => found !== undefined);
    if (tool) counts.set(tool, (counts.get(tool) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? [];
}

/** The command run with the app's tool, unless it names one itself. */
export function isolated(command: string, isolation: readonly string[]): string {
  const words = command.trim().split(/\s+/);
  const named = tools.some((tool) => tool[0] === words[0]);
  return isolation.length === 0 || named ? command : `${isolation.join(' ')} ${command}`;
}

function toolOf({ words }: SimpleCommand): readonly string[] | undefined {
  return tools.find((tool) => tool.every((word, index) => words[index]?.text === word));
}
