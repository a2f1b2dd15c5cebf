import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName } from '../../shared/commands';
import { withEdit } from '../../shared/one-edit';

const BUILTIN = /^(?:exec|wait|trap|cd|export|set|source|\.|:|true|echo|sleep)$/;

/**
 * Process types whose runner speaks to a shell or a package manager. Runners that signal the whole process group, as ours
 * does, reach the app all the same; foreman and others signal what they started alone.
 */
export function inProcfile(one: RoleCommand, app: App): Breach[] {
  if (one.processType === undefined || one.role !== 'run' || one.place !== undefined) return [];
  return one.command.simple.length > 1 ? inChain(one.command.simple) : throughScript(one, app);
}

/** `cd api && node server.js`: the shell stays, and waits for the last command. */
function inChain(simple: readonly SimpleCommand[]): Breach[] {
  const last = simple.at(-1);
  const [first] = last?.words ?? [];
  const isChain = simple.slice(0, -1).every(({ operator }) => operator === '&&' || operator === ';');
  const stays = simple.some(({ words }) => words[0]?.text === 'trap' || words[0]?.text === 'wait');
  if (!last || !first || !isChain || stays || last.operator !== undefined || BUILTIN.test(first.text))
    return [];
  const { start } = first.range;
  const words = { what: 'The shell in front of this command', advice: 'Start it with exec.' };
  const edit = { title: 'Start it with exec', safe: false, start, end: start, newText: 'exec ' };
  return [withEdit({ range: first.range, words, severity: 'information' }, edit)];
}

/** `npm start`: npm, and a shell below it. */
function throughScript({ command, path }: RoleCommand, app: App): Breach[] {
  const [only] = command.simple;
  const words = only?.words.filter(({ text }) => text !== 'exec') ?? [];
  const [manager, run, named] = words;
  const name = baseName(manager?.text ?? '');
  if (!only || !manager || !run || !/^(?:npm|yarn|pnpm)$/.test(name)) return [];
  const script = run.text === 'run' || run.text === 'run-script' ? named?.text : run.text;
  if (
    script === undefined ||
    script.startsWith('-') ||
    (name === 'npm' && run === words[1] && !isRun(run.text))
  )
    return [];
  const told = {
    range: { start: manager.range.start, end: words.at(-1)?.range.end ?? manager.range.end },
    words: { what: name, advice: 'Start the app itself, as its script does.' },
    severity: 'hint' as const,
  };
  const manifest = app.tree.manifests.get(`${path.slice(0, path.lastIndexOf('/') + 1)}package.json`);
  const body = manifest?.scripts.find((one) => one.name === script)?.command;
  const [alone, second] = body?.simple ?? [];
  const isPlain = alone && !second && alone.assignments.length + alone.redirects.length === 0;
  // Programs of packages are on the path of scripts only.
  const isNode = isPlain && alone.words[0]?.text === 'node' && /^[\w\s./:=@-]+$/.test(body?.text ?? '');
  const edit = isNode && {
    title: `Use ${body?.text}`,
    safe: false,
    ...told.range,
    newText: body?.text ?? '',
  };
  return [withEdit(told, edit || undefined)];
}

function isRun(word: string): boolean {
  return word === 'run' || word === 'run-script' || word === 'start';
}
