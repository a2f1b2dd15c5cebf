import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand, Word } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { baseName } from '../../shared/commands';
import { folderOf, inPlace, isPlain, isThere } from './processes';

const RUN = new Set(['run', 'run-script']);
/** Options by which the script of another package is meant, or none at all. */
const ELSEWHERE =
  /^(?:--prefix|--cwd|-C|--dir|-w|--workspace|--workspaces|-ws|--filter|-F|-r|--recursive|--if-present|--cwd=.*|--prefix=.*|--workspace=.*|--filter=.*|--dir=.*)$/;
/** Without these scripts their commands still do something. */
const START_FALLBACK = ['server.js'];

/** The scripts that process commands run and the package.json beside the Procfile does not have. */
export function missingScripts(command: RoleCommand, app: App): Breach[] {
  return [
    ...missingIn('package.json', scriptOf, command, app),
    ...missingIn('composer.json', composerScriptOf, command, app),
  ];
}

function missingIn(
  name: string,
  find: (simple: SimpleCommand) => Word | undefined,
  command: RoleCommand,
  app: App,
): Breach[] {
  const path = `${folderOf(command.path)}${name}`;
  const manifest = app.manifests.find((one) => one.path === path);
  if (!app.complete || !manifest || manifest.problem !== undefined) return [];
  const names = new Set(manifest.scripts.map((one) => one.name));
  return inPlace(command).flatMap((simple) => {
    const script = find(simple);
    if (!script || names.has(script.text)) return [];
    if (script.text === 'start' && isThere(START_FALLBACK, command.path, app)) return [];
    return [{ range: script.range, words: { path, script: script.text } }];
  });
}

/** `composer run-script serve`. */
function composerScriptOf({ words }: SimpleCommand): Word | undefined {
  const at = words.findIndex(({ text }) => /^composer(?:\.phar)?$/.test(baseName(text)));
  const [run, name] = at < 0 ? [] : words.slice(at + 1).filter(({ text }) => !text.startsWith('-'));
  return run && RUN.has(run.text) && isPlain(name) ? name : undefined;
}

function scriptOf({ words }: SimpleCommand): Word | undefined {
  const at = words.findIndex((word) => /^(?:npm|yarn|pnpm)$/.test(baseName(word.text)));
  const [program, ...rest] = at < 0 ? [] : words.slice(at);
  const own = rest.slice(0, rest.findIndex(({ text }) => text === '--') >>> 0);
  if (!program || own.some(({ text }) => ELSEWHERE.test(text))) return undefined;
  const [first, second] = own.filter(({ text }) => !text.startsWith('-'));
  const name = first && RUN.has(first.text) ? second : first;
  if (!isPlain(name)) return undefined;
  if (name !== first) return name;
  // `yarn next` may as well run a program that a package brings.
  const isScript = name.text === 'start' || (baseName(program.text) !== 'npm' && name.text.includes(':'));
  return isScript ? name : undefined;
}
