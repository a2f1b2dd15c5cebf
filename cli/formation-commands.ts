import { type Command, Option } from 'commander';
import type { OnEnd } from '../formation/model';
import type { ExportOptions } from './export';
import type { FormationOptions } from './formation-app';
import type { RunOptions } from './run';
import type { Terminal } from './terminal';

/** Adds `run`, `exec` and `export`. Each loads what it needs when it is called, so that the others start at once. */
export function addFormationCommands(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  addRun(program, terminal, done);
  addExec(program, done);
  addExport(program, terminal);
}

function addRun(program: Command, terminal: Terminal, done: (code: number) => void): void {
  withFiles(program.command('run'))
    .description("Run the app's formation: its process types, side by side.")
    .argument('[formation...]', 'what to run, such as `web=2,worker`; all but one-shots if left out')
    .option('-m, --formation <formation>', 'the same as an option, such as `all=1,web=2`')
    .option('-t, --timeout <seconds>', 'how long a process has to end before it is killed (default: 5)')
    .addOption(
      new Option('--on-end <what>', 'what happens when a process ends by itself').choices([
        'leave',
        'restart',
        'stop-all',
      ] satisfies readonly OnEnd[]),
    )
    .option('--can-die <types>', 'process types that may end by themselves, separated by commas')
    .option('--terminals', 'give each process a terminal of its own')
    .option('--no-timestamps', 'leave out the time')
    .option('--no-mask', 'show the values of secrets')
    .action(async (words: readonly string[], options: RunOptions) => {
      const { runFormation } = await import('./run');
      done(await runFormation(words, options, terminal));
    });
}

function addExec(program: Command, done: (code: number) => void): void {
  withFiles(program.command('exec'))
    .description('Run one command, or a process type, in the environment of the formation.')
    .argument('<command...>', 'a command line, or a program and its arguments')
    .passThroughOptions()
    .action(async (words: readonly string[], options: FormationOptions) => {
      const { exec } = await import('./exec');
      done(await exec(words, options));
    });
}

function addExport(program: Command, terminal: Terminal): void {
  withFiles(program.command('export'))
    .description('Write the formation for a process manager or a platform.')
    .argument('<format>', 'one of those that `export --help` lists')
    .argument('[folder]', 'where the files are written; to the standard output if left out')
    .option('-m, --formation <formation>', 'how many of each process type, such as `all=1,web=2`')
    .option('-a, --app <name>', "the app's name (default: its folder's)")
    .option('-u, --user <user>', "the user the processes run as (default: the app's name)")
    .option('-i, --image <image>', 'the image, for formats that run images')
    .option('-t, --timeout <seconds>', 'how long a process has to end before it is killed (default: 5)')
    .action(async (format: string, folder: string | undefined, options: ExportOptions) => {
      const { exportFormation } = await import('./export');
      exportFormation(format, folder, options, terminal);
    });
}

/** What all of them read. */
function withFiles(command: Command): Command {
  return command
    .option('-d, --root <folder>', "the app's folder", '.')
    .option('-f, --procfile <file>', 'the Procfile (default: Procfile, else Procfile.dev)')
    .option('-e, --env <files>', 'env files, separated by commas; a later one wins (default: .env)')
    .option('-p, --port <port>', 'the PORT of the first process (default: PORT, else 5000)')
    .option('--shell-wins', 'variables of the shell win over those of the env files');
}
