import type { App } from '../../../app';
import type { EnvEntry } from '../../../env/env-file';
import { marksAppRoot } from '../../../facts/app-files';
import { perTree } from '../../../facts/per-tree';
import type { Breach } from '../../../rule';
import type { EnvText } from '../../14-env/shared/files';
import { loaderVariable } from '../../14-env/shared/loaders';
import { isOwnVariable } from './variables';

/** Libraries that read variables by names which the code does not spell out. */
const BY_RULE =
  /^(?:pydantic[-_]settings|dynaconf|goodconf|typed[-_]settings|environ[-_]config|github\.com\/(?:spf13\/viper|kelseyhightower\/envconfig|sethvargo\/go-envconfig|caarlos0\/env.*|knadh\/koanf.*|ilyakaznacheev\/cleanenv)|Microsoft\.Extensions\.Configuration.*|Microsoft\.AspNetCore.*|org\.springframework.*|io\.(?:quarkus|micronaut).*|config|figment|envy|dotenvy_macro|anyway_config|global|nconf|rc|convict|figaro|chamber)$/;
const MANIFESTS_OF_RULES = /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?|[\w.-]+\.csproj|mix\.exs)$/;

/** Entries of an env file that nothing in the tree reads, and that no code so much as names. */
export function unusedEntries({ source, text, kind, path }: EnvText, app: App): Breach[] {
  if (!app.complete || app.envReads.size === 0 || kind === 'flask' || readsByRule(app)) return [];
  if (isGivenWhole(path, app) || hasUnitsBelow(app)) return [];
  const entries = source.file.entries.filter(
    (entry) => isOwnVariable(entry.name) && !loaderVariable(entry) && !isOfLibrary(entry.name, app),
  );
  const unread = entries.filter((entry) => !isRead(entry, text, app));
  // Where most are unread, something reads them that we do not know.
  if (unread.length * 2 > entries.length) return [];
  return unread.map(({ name, nameRange, range }) => ({
    range: nameRange,
    words: { name },
    unnecessary: true,
    repair: { start: range.start, end: range.end },
  }));
}

function isRead({ name }: EnvEntry, text: string, app: App): boolean {
  const here = app.variables.get(name);
  const everywhere = app.tree.variables.get(name);
  const uses = [here?.readers, here?.read, here?.referred, everywhere?.read, everywhere?.referred];
  if (uses.some((list) => list && list.length > 0) || app.variables.isNamed(name)) return true;
  return text.includes(`$${name}`) || isNamedAround(name, app);
}

/** Whether code below belongs to another unit, such as a package of a workspace: what that reads is not known here. */
function hasUnitsBelow({ root, tree }: App): boolean {
  const lead = root === '' ? '' : `${root}/`;
  return unitFolders(tree).some((folder) => folder !== root && folder.startsWith(lead));
}

const unitFolders = perTree(({ paths }) =>
  [...paths].filter(marksAppRoot).map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))),
);

/** Whether a file around the code names it: a script, a Dockerfile, a manifest, a compose file. */
function isNamedAround(name: string, app: App): boolean {
  return wordsAround(app.tree).has(name);
}

/** The words of all files around the code but env files and guides, which do not read what they speak of. */
const wordsAround = perTree(({ appFiles }) => {
  const words = new Set<string>();
  for (const { path, text } of appFiles.values()) {
    if (/(?:^|\/)(?:\.?[\w-]*\.?env(?:\.|rc$|$)|README)/i.test(path)) continue;
    for (const [word] of text.matchAll(/\w+/g)) if (/[A-Za-z_]/.test(word)) words.add(word);
  }
  return words;
});

/** Laravel joins the app's configuration with its own, which reads these. */
const LARAVEL =
  /^(?:APP|DB|SESSION|FILESYSTEM|QUEUE|CACHE|MAIL|REDIS|BROADCAST|LOG|SQS|AWS|MEMCACHED|PUSHER|HASH|BCRYPT|VIEW)_/;

/** Libraries read variables that bear their name: `HONEYBADGER_API_KEY`. */
function isOfLibrary(name: string, { manifests, manifestsAbove }: App): boolean {
  const word = /^[A-Z]+/.exec(name)?.[0].toLowerCase() ?? '';
  const libraries = [...manifests, ...manifestsAbove].flatMap(({ dependencies }) => dependencies);
  return libraries.some(
    (one) =>
      (word.length > 3 && one.name.toLowerCase().includes(word)) ||
      (one.name === 'laravel/framework' && LARAVEL.test(name)),
  );
}

function readsByRule({ manifests, manifestsAbove, tree, root, files }: App): boolean {
  const near = [...manifests, ...manifestsAbove];
  if (near.some(({ dependencies }) => dependencies.some(({ name }) => BY_RULE.test(name)))) return true;
  if ([...files.values()].some(({ imports }) => imports.some((module) => BY_RULE.test(module)))) return true;
  return foldersOfRules(tree).has(root);
}

/** The folders with the manifest of a framework that reads variables so. */
const foldersOfRules = perTree(({ manifests, paths }) => {
  const found = [...manifests.keys(), ...paths].filter((path) => MANIFESTS_OF_RULES.test(path));
  return new Set(found.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
});

/** A compose file that hands the whole file to containers, whose images read what they like. */
function isGivenWhole(path: string, app: App): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const mention = new RegExp(`env_file:[^\\n]*(?:\\n[^\\n]*-[^\\n]*){0,6}${name.replace(/[.]/g, '\\.')}`);
  return composeTexts(app.tree).some((text) => mention.test(text));
}

const composeTexts = perTree(({ appFiles }) =>
  [...appFiles.values()].filter(({ path }) => isComposeFile(path)).map(({ text }) => text),
);

function isComposeFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.includes('compose') && /\.ya?ml$/.test(name);
}
