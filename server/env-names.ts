import type { App } from '../core/app';
import { type EnvPlace, nearestFirst } from '../core/env/graph';
import type { Secret } from '../core/secret';
import type { Range } from '../core/text';

/** Where a file sets a variable. The value stays a {@link Secret}: nothing here is to show it. */
export interface EnvSetting {
  readonly path: string;
  /** Undefined where the file does not say it as plain text. */
  readonly value: Secret | undefined;
  readonly range: Range;
}

/** A file that reads a variable. */
export interface EnvUse {
  readonly path: string;
  /** It goes on without the variable. */
  readonly hasDefault: boolean;
}

/** What an app knows of one environment variable, from its own files and then from those of the folders above. */
export interface EnvName {
  readonly name: string;
  /** Given to every process by whatever runs it. */
  readonly isGiven: boolean;
  readonly settings: readonly EnvSetting[];
  /** The files that document it. */
  readonly examples: readonly string[];
  /** The files that read it: code, and then commands and configuration. */
  readonly readers: readonly EnvUse[];
}

/** Names that the platform, and our formation, sets for each process. */
const GIVEN = ['PORT'];

/** What is known of a variable, the nearest to a file first. */
export function envName(name: string, app: App, forFile?: string): EnvName {
  const known = app.variables.get(name);
  const near = (places: readonly EnvPlace[]): EnvPlace[] =>
    nearestFirst(lastOfEach(places), forFile ?? `${app.root}/x`.replace(/^\//, ''));
  const settings = near(known?.set ?? []).map(({ path, mention }): EnvSetting => {
    return { path, value: mention.value, range: mention.range };
  });
  const code = (known?.readers ?? []).map(({ path, required }) => ({ path, hasDefault: !required }));
  const around = near(known?.read ?? []).map(({ path, mention }) => {
    return { path, hasDefault: mention.hasDefault === true };
  });
  const readers = [...code, ...around.filter(({ path }) => !code.some((one) => one.path === path))];
  const examples = near(known?.documented ?? []).map(({ path }) => path);
  return { name, isGiven: GIVEN.includes(name), settings, examples, readers };
}

/** The last place of each file is the one that counts. */
function lastOfEach(places: readonly EnvPlace[]): EnvPlace[] {
  return [...new Map(places.map((place) => [place.path, place])).values()];
}

/** Every variable that an app sets, documents or reads, by name. */
export function envNames(app: App, forFile?: string): EnvName[] {
  const names = [...app.variables.variables].flatMap((one) => {
    const { set, documented, read, readers } = one;
    return set.length + documented.length + read.length + readers.length > 0 ? [one.name] : [];
  });
  return names.sort().map((name) => envName(name, app, forFile));
}

/** A name that every process is given, whether or not the app speaks of it. */
export function givenNames(app: App): EnvName[] {
  return GIVEN.map((name) => envName(name, app));
}
