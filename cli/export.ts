import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseEnv } from '../core/env/parse';
import { isOneShot } from '../formation/counts';
import { dnsName, type ExportedFile, exportTypes } from '../formation/export/format';
import formats from '../formation/export/formats/index.generated';
import { countsOf, type FormationOptions, formationApp, planned } from './formation-app';
import { CannotRun, type Terminal } from './terminal';

export interface ExportOptions extends FormationOptions {
  readonly app?: string;
  readonly user?: string;
  readonly image?: string;
}

/**
 * Writes a formation for a process manager or a platform.
 * @throws CannotRun where there is no such format, or the files cannot be written
 */
export function exportFormation(
  id: string,
  folder: string | undefined,
  options: ExportOptions,
  terminal: Terminal,
): void {
  const format = formats.find((each) => each.id === id);
  if (!format) throw new CannotRun(`There is no format ${id}. The formats are:\n${list()}`);
  const read = formationApp(options);
  const { procfile, declarations } = read.input;
  const counts = countsOf(options.formation === undefined ? [] : [options.formation], read);
  const once = procfile.processes.filter(({ name }) => isOneShot(name, declarations));
  const formation = { ...counts, ...Object.fromEntries(once.map(({ name }) => [name, 1])) };
  const app = { ...read, input: { ...read.input, formation } };
  const name = dnsName(options.app ?? basename(app.input.cwd));
  const files = format.files({
    app: name,
    user: options.user ?? name,
    folder: app.input.cwd,
    image: options.image,
    envFiles: app.envFiles.filter(({ text }) => text !== '').map((file) => file.name),
    variables: [
      ...new Set(app.envFiles.flatMap(({ text }) => parseEnv(text).entries.map((entry) => entry.name))),
    ],
    types: exportTypes(procfile.processes, planned(app).specs),
  });
  if (folder === undefined) terminal.out(files.map((file) => printed(file, files.length)).join('\n'));
  else write(files, resolve(folder), terminal);
}

/** The formats with what they make, one in a line. */
export function list(): string {
  return formats.map(({ id, title }) => `  ${id.padEnd(12)} ${title}`).join('\n');
}

function printed({ path, text }: ExportedFile, count: number): string {
  const separator = path.endsWith('.yaml') ? '---\n' : '';
  return count > 1 ? `${separator}# ${path}\n${text}` : text;
}

function write(files: readonly ExportedFile[], folder: string, terminal: Terminal): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const { path, text } of files) {
      writeFileSync(join(folder, path), text);
      terminal.out(`${join(folder, path)}\n`);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw new CannotRun(`${folder} cannot be written (${error.code}).`);
    throw error;
  }
}
