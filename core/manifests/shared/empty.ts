import type { Ecosystem, Manifest } from '../../manifest';

/** A manifest that says nothing yet; formats spread it and fill in what they know. */
export function emptyManifest(path: string, ecosystem: Ecosystem, format: string): Manifest {
  return {
    path,
    ecosystem,
    format,
    name: undefined,
    dependencies: [],
    scripts: [],
    workspaces: [],
    aliases: [],
    overrides: [],
    locals: [],
    includes: [],
    traits: new Set(),
    problem: undefined,
  };
}
