import type { App } from '../core/app';
import type { Secret } from '../core/secret';
import type { Range } from '../core/text';

/** Where an env file sets a variable. The value stays a {@link Secret}: nothing here is to show it. */
export interface EnvSetting {
  readonly path: string;
  readonly value: Secret;
  readonly range: Range;
}

/** What an app knows of one environment variable, from its own env files and then from those of the folders above. */
export interface EnvName {
  readonly name: string;
  /** Given to every process by whatever runs it. */
  readonly isGiven: boolean;
  readonly settings: readonly EnvSetting[];
  /** The example files that document it. */
  readonly examples: readonly string[];
  /** The code files that read it. */
  readonly readers: readonly string[];
}

/** Names that the platform, and our formation, sets for each process. */
const GIVEN = ['PORT'];

export function envName(name: string, app: App): EnvName {
  const settings: EnvSetting[] = [];
  const examples: string[] = [];
  for (const { path, file, example } of [...app.env, ...app.envAbove]) {
    const entry = file.entries.findLast((one) => one.name === name);
    if (entry && example) examples.push(path);
    else if (entry) settings.push({ path, value: entry.value, range: entry.nameRange });
  }
  const readers = app.envReads.get(name) ?? [];
  return { name, isGiven: GIVEN.includes(name), settings, examples, readers };
}

/** Every variable that an app sets, documents or reads, by name. */
export function envNames(app: App): EnvName[] {
  const names = new Set(app.envReads.keys());
  for (const { file } of [...app.env, ...app.envAbove]) for (const { name } of file.entries) names.add(name);
  return [...names].sort().map((name) => envName(name, app));
}

/** A name that every process is given, whether or not the app speaks of it. */
export function givenNames(app: App): EnvName[] {
  return GIVEN.map((name) => envName(name, app));
}
