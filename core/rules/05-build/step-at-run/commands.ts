import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { Command, SimpleCommand, Word } from '../../../procfile/procfile';
import { programOf } from '../../../procfile/program';
import type { Breach } from '../../../rule';
import type { Range } from '../../../text';
import { withEdit } from '../../shared/one-edit';
import { STEPS } from './steps';

/** Starts for a developer's machine: nothing there is built beforehand. */
const DEVELOPMENT =
  /(?:^|[\s/])(?:nodemon|ts-node-dev|concurrently|browser-sync|live-server|webpack-dev-server|foreman|honcho|air)(?:\s|$)|--watch\b|\s-w\b|--reload\b|\bwatch\b|\bdev\b/;
/** Services of Compose that prepare something for the others and end. */
const ONE_OFF = /(?:^|[_-])(?:setup|init|initiali[sz]er|bootstrap|seed|migrations?|migrate)$/;
const TWO_WORDS = /^(?:run|run-script|pip|env)$/;
const START_SCRIPT = /^(?:pre)?start(?::prod(?:uction)?)?$/;

/** Build and installation steps in the commands that start processes. */
export function stepsAtRun(one: RoleCommand, app: App): Breach[] {
  const { command, role } = one;
  if (role !== 'run' || !startsProcesses(one, app) || DEVELOPMENT.test(command.text)) return [];
  return command.simple.flatMap((simple, index) => {
    const step = stepOf(simple) ?? pipedInstaller(simple, command.simple[index + 1]);
    if (!step) return [];
    const words = { step: step.map(({ text }) => text).join(' ') };
    const range = rangeOf(step);
    return [withEdit({ range, words }, removal(command, index, app, one.path))];
  });
}

/** Of package scripts only those that platforms start; others are for whoever calls them. */
function startsProcesses({ command, path, place, processType }: RoleCommand, app: App): boolean {
  if (ONE_OFF.test(place?.name ?? '')) return false;
  if (processType !== undefined || place !== undefined) return true;
  const scripts = app.tree.manifests.get(path)?.scripts;
  const script = scripts?.find((one) => one.command === command);
  return script !== undefined && START_SCRIPT.test(script.name);
}

/** The words that make the step: its program and what is asked of it. */
function stepOf(simple: SimpleCommand): readonly Word[] | undefined {
  const { words } = simple;
  const at = words.findIndex(({ text }, index) => {
    if (index > 6) return false;
    const program = baseName(text);
    return STEPS.some(([name, rest]) => name.test(program) && rest.test(restOf(words, index)));
  });
  if (at < 0 || !runs(simple, at)) return undefined;
  const program = baseName(words[at]?.text ?? '');
  const end = words.findIndex(({ text }, index) => index > at && !text.startsWith('-'));
  const isTwo = /^(?:npm|pnpm|yarn|bun|uv|conda)$/.test(program) && TWO_WORDS.test(words[end]?.text ?? '');
  const last = end < 0 || /^tsc$|^webpack$/.test(program) ? at : isTwo ? end + 1 : end;
  return words.slice(at, last + 1);
}

function restOf(words: readonly Word[], at: number): string {
  const rest = words.slice(at + 1).map(({ text }) => text);
  while (rest[0]?.startsWith('-') && rest.length > 1) rest.shift();
  return rest.join(' ').slice(0, 500);
}

/** Whether the word at an index is the program that runs, and not an argument that is called like one. */
function runs(simple: SimpleCommand, at: number): boolean {
  const program = programOf(simple);
  const word = simple.words[at];
  if (program?.word === word) return true;
  const name = program?.name ?? '';
  // `python manage.py collectstatic`, `bundle exec rake …`, `npx tsc`: the interpreter is the program there.
  const before = simple.words[at - 1]?.text ?? '';
  return (
    /^(?:python[\d.]*|php|ruby|sudo|pip[\d.]*)$/.test(name) &&
    (program?.args.find((one) => !one.text.startsWith('-')) === word || before === '-m')
  );
}

/** `curl … | sh`. */
function pipedInstaller(simple: SimpleCommand, next: SimpleCommand | undefined): readonly Word[] | undefined {
  const [program] = simple.words;
  const shell = next?.words[0];
  if (!program || !shell || simple.operator !== '|') return undefined;
  return /^(?:curl|wget)$/.test(program.text) && /^(?:ba|z|da)?sh$/.test(shell.text) ? [program] : undefined;
}

/** Takes a step out of a chain that goes on without it. */
function removal(command: Command, index: number, app: App, path: string) {
  const step = command.simple[index];
  const next = command.simple[index + 1];
  if (!step || !next || (step.operator !== '&&' && step.operator !== ';')) return undefined;
  const { start } = step.range;
  const end = next.range.start;
  const text = app.tree.appFiles.get(path)?.text;
  // What lies between must be the operator alone; elsewhere the text is not the shell's own.
  const between = text?.slice(step.range.end, end).trim();
  if (between !== step.operator) return undefined;
  return { title: 'Leave it to the build stage', safe: false, start, end, newText: '' };
}

function rangeOf(words: readonly Word[]): Range {
  return { start: words[0]?.range.start ?? 0, end: words.at(-1)?.range.end ?? 0 };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
