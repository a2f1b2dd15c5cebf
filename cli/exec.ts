import { codeOfExit } from '../formation/exit-words';
import { runForeground } from '../formation/node/foreground';
import { planOneOff } from '../formation/plan';
import { type FormationOptions, formationApp, inWords } from './formation-app';
import { CannotRun } from './terminal';

/**
 * Runs one command in the environment of the formation, with this terminal as its own. A single word that names a
 * process type runs what the Procfile says of it.
 * @returns its exit code
 * @throws CannotRun where it cannot be started
 */
export async function exec(words: readonly string[], options: FormationOptions): Promise<number> {
  const app = formationApp(options);
  const [first = ''] = words;
  const type = words.length === 1 ? app.procfile.processes.find(({ name }) => name === first) : undefined;
  const { envTexts, shellEnv, shellWins, interpolation, cwd } = app.input;
  const command = type?.command.text ?? words.join(' ');
  const made = planOneOff({ id: 'run.1', command, cwd, envTexts, shellEnv, shellWins, interpolation });
  const [spec] = made.specs;
  if (!spec) throw new CannotRun(made.problems.map((problem) => inWords(problem, app)).join('\n'));
  // One word is a command line; several are a program and its arguments, which no shell shall read again.
  const isLine = type !== undefined || words.length === 1;
  const exit = await runForeground(isLine ? command : words, { cwd: spec.cwd, env: spec.env });
  if ('failure' in exit) throw new CannotRun(exit.failure);
  return codeOfExit(exit);
}
