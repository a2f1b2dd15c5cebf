import { MOST_BYTES } from '../core/limits';
import type { Ecosystem } from '../core/manifest';
import { foldersFrom } from '../core/rules/02-dependencies/shared/locking';
import type { File } from './file';
import type { Session } from './session';

/** Where a copy of a package lies below a folder once it is installed, by a file that is always there. */
const MARKS: Partial<Record<Ecosystem, (name: string) => readonly string[]>> = {
  npm: (name) => [`node_modules/${name}/package.json`],
  packagist: (name) => [`vendor/${name}/composer.json`],
  pypi: () => ['.venv/pyvenv.cfg', 'venv/pyvenv.cfg', 'env/pyvenv.cfg'],
  go: () => ['vendor/modules.txt'],
};

/** Whether the packages that a file imports are installed beside it, so that other extensions know their code. */
export async function isInstalled(
  session: Session,
  file: File,
  ecosystem: Ecosystem,
  name: string,
): Promise<boolean> {
  for (const folder of foldersFrom(file.path)) {
    for (const mark of MARKS[ecosystem]?.(name) ?? []) {
      const reading = await session.host.read(file.folder.uri, folder + mark, MOST_BYTES);
      if ('text' in reading) return true;
    }
  }
  return false;
}

/** The version of an installed npm package. */
export async function installedVersion(
  session: Session,
  file: File,
  ecosystem: Ecosystem,
  name: string,
): Promise<string | undefined> {
  if (ecosystem !== 'npm') return undefined;
  for (const folder of foldersFrom(file.path)) {
    const path = `${folder}node_modules/${name}/package.json`;
    const reading = await session.host.read(file.folder.uri, path, MOST_BYTES);
    if ('text' in reading) return /"version"\s*:\s*"([^"\s]{1,100})"/.exec(reading.text)?.[1];
  }
  return undefined;
}
