import type { App } from '../../../app';
import { isProcfile } from '../../../facts/app-files';
import type { RoleCommand } from '../../../formats/commands';
import json from '../../../formats/entries/json';
import type { ConfigEntry } from '../../../formats/entry';
import type { Breach } from '../../../rule';
import { isPlatformVariable } from '../../shared/known-variables';
import { withEdit } from '../../shared/one-edit';
import { eachProcess, folderOf } from './processes';

const APP_JSON = /(?:^|\/)app\.json$/;

/** Process types of a formation that the Procfile beside the app.json does not have. */
export function unknownTypes(path: string, app: App): Breach[] {
  const procfile = APP_JSON.test(path) ? procfileBeside(path, app) : undefined;
  const text = app.tree.appFiles.get(path)?.text;
  if (!app.complete || !procfile || text === undefined || /PROCFILE/.test(text)) return [];
  const names = [...new Set(procfile.file.processes.map(({ name }) => name))];
  if (names.length === 0) return [];
  return formationOf(json.entries(text)).flatMap(({ keys, keyRange }) => {
    const name = keys.at(-1) ?? '';
    if (names.includes(name)) return [];
    const near = names.filter((one) => !hasFormation(one, text)).find((one) => isNear(one, name));
    const edit = near && { title: `Rename to ${near}`, safe: false, ...keyRange, newText: near };
    const known = names.length > 3 ? '' : `: ${names.join(', ')}`;
    return [withEdit({ range: keyRange, words: { name, known } }, edit || undefined)];
  });
}

function procfileBeside(path: string, app: App) {
  const wanted = `${folderOf(path)}Procfile`;
  return app.procfiles.find((one) => one.path === wanted && isProcfile(one.path));
}

/** The keys of `formation`, also those of single environments. */
function formationOf(entries: readonly ConfigEntry[]): ConfigEntry[] {
  return entries.filter(
    ({ keys }) =>
      (keys.length === 2 && keys[0] === 'formation') ||
      (keys.length === 4 && keys[0] === 'environments' && keys[2] === 'formation'),
  );
}

function hasFormation(name: string, text: string): boolean {
  return formationOf(json.entries(text)).some(({ keys }) => keys.at(-1) === name);
}

/** `worker` for `workers`, `web` for `Web`. */
function isNear(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => name.toLowerCase().replaceAll('_', '-').replace(/s$/, ''));
  return a === b;
}

/** Variables that a process command reads and the app.json beside its Procfile does not list. */
export const missingVariables = eachProcess(({ command, path, role }: RoleCommand, app: App): Breach[] => {
  const appJson = `${folderOf(path)}app.json`;
  const text = app.tree.appFiles.get(appJson)?.text;
  if (!app.complete || text === undefined || role === 'dev' || !/Procfile$/.test(path)) return [];
  const listed = new Set(listedIn(json.entries(text)));
  if (listed.size === 0) return [];
  const set = new Set(
    command.simple.flatMap(({ assignments, words }) => [
      ...assignments.map(({ name }) => name),
      ...(words[0]?.text === 'export' ? words.map((word) => /^\w*/.exec(word.text)?.[0] ?? '') : []),
    ]),
  );
  const procfile = app.tree.appFiles.get(path)?.text ?? '';
  return command.variables
    .filter(
      ({ name, hasDefault, range }) => !hasDefault && !set.has(name) && procfile[range.start - 1] !== '\\',
    )
    .filter(({ name }) => !listed.has(name) && !isGiven(name, text))
    .map(({ name, range }) => ({ range, words: { name, path: appJson }, repair: { name, path: appJson } }));
});

function listedIn(entries: readonly ConfigEntry[]): string[] {
  return entries.flatMap(({ keys }) => {
    const at = keys[0] === 'environments' ? 2 : 0;
    return keys[at] === 'env' && keys.length === at + 2 ? [keys.at(-1) ?? ''] : [];
  });
}

/** By the platform, or by an add-on: those name their variables after themselves or end them in `_URL`. */
function isGiven(name: string, appJson: string): boolean {
  return isPlatformVariable(name) || (/_(?:URL|URI|DSN)$/.test(name) && /"addons"\s{0,9}:/.test(appJson));
}
