import type { App } from '../../../app';
import type { RoleCommand } from '../../../formats/commands';
import type { SimpleCommand, Word } from '../../../procfile/procfile';
import type { Breach } from '../../../rule';
import { isFixture } from './grammar';

/** Judges the commands of a Procfile's process types, each by itself. */
export function eachProcess(
  judge: (command: RoleCommand, app: App) => readonly Breach[],
): (command: RoleCommand, app: App) => readonly Breach[] {
  return (command, app) =>
    command.processType === undefined || isFixture(command.path) ? [] : judge(command, app);
}

/** The same for the scripts of an app.json. */
export function eachProcessOrScript(
  judge: (command: RoleCommand, app: App) => readonly Breach[],
): (command: RoleCommand, app: App) => readonly Breach[] {
  return (command, app) => {
    const isOurs = command.processType !== undefined || /(?:^|\/)app\.json$/.test(command.path);
    return isOurs && !isFixture(command.path) ? judge(command, app) : [];
  };
}

/** The simple commands that run in the folder of the Procfile: those before any `cd`. */
export function inPlace({ command }: RoleCommand): SimpleCommand[] {
  const moved = command.simple.findIndex(({ words }) => /^(?:cd|pushd)$/.test(words[0]?.text ?? ''));
  return moved < 0 ? [...command.simple] : command.simple.slice(0, moved);
}

/** The folder of a path with a slash at its end; `''` for the workspace folder. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Whether a file is there, as seen from the Procfile's folder, its app's or the workspace folder. */
export function isThere(wanted: readonly string[], path: string, app: App): boolean {
  const bases = [folderOf(path), app.root === '' ? '' : `${app.root}/`, ''];
  return bases.some((base) => wanted.some((one) => app.tree.paths.has(base + one)));
}

/** A word as it stands in the text, with no quotes and no variable in it. */
export function isPlain(word: Word | undefined): word is Word {
  return word?.literal === true && word.range.end - word.range.start === word.text.length;
}
