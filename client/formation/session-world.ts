import { parseProcfile } from '../../core/procfile/parse';
import { readDeclarations } from '../../core/procfile/read-declarations';
import type { StartOfProcess } from '../../core/protocol';
import type { Interpolation } from '../../formation/interpolation';
import { interpolationFor, loaderManifests } from '../../formation/loader';
import type { SupervisedFormation } from '../../formation/supervisor/client';
import type { Counts } from './counts';
import { configFile, type FormationSettings, type Sources } from './planning';

/** What one formation asks of the editor and the disk. */
export interface SessionWorld {
  /** The root's URI, and its path on disk. */
  readonly key: string;
  readonly path: string;
  readonly name: string;
  /** The text of a file of the root, as an open editor has it, else as the disk has it. */
  readText(relativePath: string): Promise<string | undefined>;
  uriOf(relativePath: string): string;
  /** The names of the Procfiles in the root, the plain one first. */
  procfiles(): readonly string[];
  settings(): FormationSettings;
  shellEnv(): Readonly<Record<string, string | undefined>>;
  readonly counts: { get(): Counts; set(counts: Counts): void };
  /** The Procfile that the user chose for this app; undefined before that. */
  readonly choice: { get(): string | undefined; set(procfile: string): void };
  /** What is known by now of where the process types start. */
  starts(): readonly StartOfProcess[];
  /** Throws {@link UserError} where no process may be started. */
  requireTrust(): void;
  /** The engine of this app, started if it does not run. */
  connect(): Promise<SupervisedFormation>;
  /** The engine of this app if it runs, such as after a window was reloaded. */
  attach(): Promise<SupervisedFormation | undefined>;
}

/** The Procfile to run: the chosen one, else that of the settings, else the first there is. */
export function procfileOf(world: SessionWorld): string {
  const there = world.procfiles();
  const wanted = [world.choice.get(), world.settings().procfile].find(
    (name) => name !== undefined && there.includes(name),
  );
  return wanted ?? there[0] ?? world.settings().procfile;
}

/** Reads what a formation is made from; an env file that is not there counts as empty. */
export async function readSources(world: SessionWorld): Promise<Sources> {
  const settings = { ...world.settings(), procfile: procfileOf(world) };
  const [procfileText = '', configText, ...envTexts] = await Promise.all(
    [settings.procfile, configFile, ...settings.envFiles].map((name) => world.readText(name)),
  );
  const procfile = parseProcfile(procfileText);
  return {
    cwd: world.path,
    procfile,
    declarations: readDeclarations(procfileText, procfile, configText),
    envFiles: settings.envFiles.map((name, index) => ({ name, text: envTexts[index] ?? '' })),
    shellEnv: world.shellEnv(),
    interpolation: await interpolationOf(world, settings),
    settings,
    serving: new Set(world.starts().flatMap(({ type, serves }) => (serves ? [type] : []))),
  };
}

async function interpolationOf(
  world: SessionWorld,
  { interpolation }: FormationSettings,
): Promise<Interpolation> {
  if (interpolation !== 'auto') return interpolation;
  const manifests = loaderManifests.map(async (name) => [name, (await world.readText(name)) ?? ''] as const);
  return interpolationFor(await Promise.all(manifests));
}
