import { parseProcfile } from '../../core/procfile/parse';
import type { SupervisedFormation } from '../../formation/supervisor/client';
import type { Counts } from './counts';
import type { FormationSettings, Sources } from './planning';

/** What one formation asks of the editor and the disk. */
export interface SessionWorld {
  /** The root's URI, and its path on disk. */
  readonly key: string;
  readonly path: string;
  readonly name: string;
  /** The text of a file of the root, as an open editor has it, else as the disk has it. */
  readText(relativePath: string): Promise<string | undefined>;
  uriOf(relativePath: string): string;
  settings(): FormationSettings;
  shellEnv(): Readonly<Record<string, string | undefined>>;
  readonly counts: { get(): Counts; set(counts: Counts): void };
  /** Throws {@link UserError} where no process may be started. */
  requireTrust(): void;
  /** The engine of this app, started if it does not run. */
  connect(): Promise<SupervisedFormation>;
  /** The engine of this app if it runs, such as after a window was reloaded. */
  attach(): Promise<SupervisedFormation | undefined>;
}

/** Reads what a formation is made from; an env file that is not there counts as empty. */
export async function readSources(world: SessionWorld): Promise<Sources> {
  const settings = world.settings();
  const [procfile = '', ...envTexts] = await Promise.all(
    [settings.procfile, ...settings.envFiles].map((name) => world.readText(name)),
  );
  return {
    cwd: world.path,
    procfile: parseProcfile(procfile),
    envFiles: settings.envFiles.map((name, index) => ({ name, text: envTexts[index] ?? '' })),
    shellEnv: world.shellEnv(),
    settings,
  };
}
