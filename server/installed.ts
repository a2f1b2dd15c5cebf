import type { App } from '../core/app';
import { MOST_BYTES } from '../core/limits';
import type { Ecosystem } from '../core/manifest';
import { normalizeName } from '../core/manifests/shared/requirement';
import type { Finding } from '../core/rule';
import { packageToDeclare } from '../core/rules/02-dependencies/shared/declare';
import { foldersFrom, lockedVersion } from '../core/rules/02-dependencies/shared/locking';
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

/** The version of the installed copy that a file would get, of an npm package or a Python distribution. */
export async function installedVersion(
  session: Session,
  file: File,
  ecosystem: Ecosystem,
  name: string,
): Promise<string | undefined> {
  const find = ecosystem === 'npm' ? npmVersion : ecosystem === 'pypi' ? pythonVersion : undefined;
  if (!find) return undefined;
  for (const folder of foldersFrom(file.path)) {
    const version = await find(session, file.folder.uri, folder, name);
    if (version !== undefined) return version;
  }
  return undefined;
}

type FindVersion = (
  session: Session,
  root: string,
  folder: string,
  name: string,
) => Promise<string | undefined>;

const npmVersion: FindVersion = async ({ host }, root, folder, name) => {
  const reading = await host.read(root, `${folder}node_modules/${name}/package.json`, MOST_BYTES);
  return 'text' in reading ? /"version"\s*:\s*"([^"\s]{1,100})"/.exec(reading.text)?.[1] : undefined;
};

/** https://packaging.python.org/en/latest/specifications/recording-installed-packages/ */
const pythonVersion: FindVersion = async ({ host }, root, folder, name) => {
  for (const environment of ['.venv', 'venv', 'env']) {
    const base = folder + environment;
    const versions = await host.list(root, `${base}/lib`);
    const libraries = [...versions.map((version) => `${base}/lib/${version}`), `${base}/Lib`];
    for (const library of libraries) {
      for (const entry of await host.list(root, `${library}/site-packages`)) {
        const [, distribution, version] = /^([^-]+)-([^-]+)\.dist-info$/.exec(entry) ?? [];
        if (distribution !== undefined && normalizeName(distribution) === name) return version;
      }
    }
  }
  return undefined;
};

/** An app that knows the installed copy of what a finding wants declared, where no lockfile tells its version. */
export async function withInstalled(
  session: Session,
  document: File & { readonly app: App },
  finding: Finding,
): Promise<App> {
  const wanted = packageToDeclare(finding, document.app);
  if (!wanted || lockedVersion(wanted.name, wanted.manifest, document.app) !== undefined) return document.app;
  const { name, manifest } = wanted;
  const { ecosystem, path } = manifest;
  const version = await installedVersion(session, document, ecosystem, name);
  const { app } = document;
  if (version === undefined) return app;
  const versions = new Map([[name, [version]]]);
  const manager = ecosystem === 'npm' ? 'npm' : 'uv';
  return { ...app, locks: [...app.locks, { path, ecosystem, manager, versions, wanted: undefined }] };
}
