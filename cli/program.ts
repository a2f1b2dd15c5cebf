import { Argument, Command, CommanderError, Option } from 'commander';
import type { GrammarHost } from '../core/host';
import { BASELINE_FILE } from '../core/lint/baseline-file';
import type { CheckOptions } from './check';
import { addFormationCommands } from './formation-commands';
import type { ParityOptions } from './parity';
import { severities } from './severities';
import type { Terminal } from './terminal';

/**
 * Runs one command line, without the program's own name.
 * @returns the exit code: 0 or 1 as the command says, 2 where it could not run.
 */
export async function run(
  words: readonly string[],
  version: string,
  grammars: GrammarHost,
  terminal: Terminal,
): Promise<number> {
  const result = { code: 0 };
  try {
    await programOf(version, grammars, terminal, result).parseAsync(words, { from: 'user' });
    return result.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const reason = error instanceof Error ? error.message : String(error);
    terminal.err(`twelve-factor: ${isCannotRun(error) ? reason : `unexpected error: ${reason}`}\n`);
    return 2;
  }
}

/** By its name: a command that is loaded apart has a class of its own. */
function isCannotRun(error: unknown): boolean {
  return error instanceof Error && error.name === 'CannotRun';
}

function programOf(
  version: string,
  grammars: GrammarHost,
  terminal: Terminal,
  result: { code: number },
): Command {
  const program = new Command('twelve-factor')
    .description('Checks an app against the twelve factors, and runs its processes.')
    .version(version)
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  program
    .command('check')
    .description('Check the app in a folder.')
    .addArgument(new Argument('[dir]', 'the folder').default('.', 'the current one'))
    .addOption(
      new Option('--format <format>', 'for people or for programs')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .option(
      '--baseline',
      `record what stands now in ${BASELINE_FILE}, so that only what is new is shown later`,
    )
    .option('--no-baseline', 'show what the baseline records, too')
    .option('--prune-baseline', 'take out of the baseline what is gone, and add nothing')
    .option('--all', 'in SARIF also what the baseline records and what comments silence, marked as such')
    .addOption(
      new Option('--fail-on <level>', 'the lowest severity that makes the check fail')
        .choices(severities)
        .default('warning'),
    )
    .action(async (folder: string, options: CheckOptions) => {
      const { check } = await import('./check');
      result.code = await check(folder, options, version, grammars, terminal);
    });
  program
    .command('parity')
    .description('Show what development, CI and each deploy of the app run on, side by side.')
    .addArgument(new Argument('[dir]', 'the folder').default('.', 'the current one'))
    .addOption(
      new Option('--format <format>', 'for people or for programs').choices(['text', 'json']).default('text'),
    )
    .option('--env', 'every environment variable, not only those that are missing somewhere', false)
    .action(async (folder: string, options: ParityOptions) => {
      const { parity } = await import('./parity');
      result.code = parity(folder, options, grammars, terminal);
    });
  program
    .command('explain')
    .description('Show the page of a rule, or what a value is taken for.')
    .argument('[rule]', 'such as logs/file-handler')
    .option(
      '--value',
      'ask for a value, or read it from the standard input, and say whether it is a credential',
    )
    .option('--name <name>', 'the name that holds the value, such as DB_PASSWORD')
    .action(async (rule: string | undefined, options: { value?: true; name?: string }) => {
      const { explain } = await import('./explain');
      await explain(rule, options, terminal);
    });
  addFormationCommands(program, terminal, (code) => {
    result.code = code;
  });
  return program;
}
