import type { App } from '../../../app';
import { isEnvFile } from '../../../facts/app-files';
import type { Fact, Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { ConfigEntry } from '../../../formats/entry';
import type { Breach, EntryCheck, FileView, Related, Severity } from '../../../rule';
import { isStandIn } from '../../../values/classify';
import { readLocator } from '../../04-backing-services/shared/locator';
import { isDeployName, isProduction } from '../shared/deploys';
import { isSettingName } from '../shared/setting-name';

/** Files of config named after a deploy; the second group is its name. */
const NAMED: readonly RegExp[] = [
  /^(.*\/)?((?:config|conf|configs|settings|env|envs)\/(?:[\w-]+\/)?)([\w-]+)(\.(?:[cm]?[jt]s|json5?|ya?ml|toml|rb|py|php|properties))$/,
  /^(.*\/)?((?:config|settings|application|appsettings)[.-])([\w-]+)(\.(?:[cm]?[jt]s|json5?|ya?ml|toml|rb|py|php|properties))$/,
  /^(.*\/)?(\.env\.)([\w-]+)()$/,
];
/** Frameworks that keep a file for each way to build, or write one for production by themselves. */
const STOCK =
  /(?:^|\/)config\/environments\/(?:development|test|production)\.rb$|(?:^|\/)environments?\/environment\.|(?:^|\/)config\/(?:packages|routes)\//;
/** Sets of environments that are no sign by themselves. */
const MANY = 4;

interface Named {
  readonly deploy: string;
  /** The path before and after the name. */
  readonly before: string;
  readonly after: string;
}

function named(path: string): Named | undefined {
  if (STOCK.test(path)) return undefined;
  for (const pattern of NAMED) {
    const [, folder = '', lead = '', deploy = '', after = ''] = pattern.exec(path) ?? [];
    if (deploy !== '' && isDeployName(deploy)) return { deploy, before: folder + lead, after };
  }
  return undefined;
}

/** The finding for the files of a group, at the one for production. */
export function groupOf(path: string, app: App, range: Breach['range']): Breach | undefined {
  const own = named(path);
  if (!own || !isProduction(own.deploy)) return undefined;
  const others = [...app.tree.paths, ...app.tree.appFiles.keys()].filter((other) => {
    const name = other.slice(own.before.length, other.length - own.after.length);
    const isTwin = other !== path && other.startsWith(own.before) && other.endsWith(own.after);
    return isTwin && (isDeployName(name) || /^tests?$/.test(name));
  });
  if (others.length === 0) return undefined;
  const related = [...new Set(others)]
    .sort()
    .map((other): Related => ({ path: other, message: 'The same for another deploy' }));
  const severity: Severity = related.length + 1 >= MANY ? 'warning' : 'information';
  return { range, words: { what: 'a file', deploy: own.deploy }, related, severity };
}

const isFilled = (value: string): boolean => /<%|\$\{|%env\(|\{\{|^\$[A-Z]/.test(value);

/** A value that one deploy has and another has not, written out. */
function isSetting({ keys, value, kind }: ConfigEntry): boolean {
  if (kind !== 'value' || value.length < 3 || isFilled(value)) return false;
  if (readLocator(value)) return true;
  const key = keys.at(-1) ?? '';
  return (
    isSettingName(key) &&
    !isStandIn(value) &&
    !/^(?:true|false|null|\d{1,2})$/i.test(value) &&
    !/^[./]/.test(value)
  );
}

/** The files of settings for production, as formats and frameworks name them. */
const PRODUCTION: readonly RegExp[] = [
  /(?:^|\/)(?:config|settings)\/(?:[\w-]+\/)?(?:prod|production|live)\.(?:json|ya?ml|toml)$/,
  /(?:^|\/)(?:config|settings)[.-](?:prod|production|live)\.(?:json|ya?ml|toml)$/,
  /(?:^|\/)application-(?:prod|production|live)\.(?:properties|ya?ml)$/,
  /(?:^|\/)appsettings\.(?:Prod|Production|Live)\.json$/,
];

export const entries: readonly EntryCheck[] = [
  ...PRODUCTION.map(
    (files): EntryCheck => ({
      files,
      at: /./,
      breach: (entry, { path }, app, all) => {
        if (entry !== all[0] || !named(path) || !all.some(isSetting)) return undefined;
        return groupOf(path, app, entry.keyRange);
      },
    }),
  ),
  {
    files: /(?:^|\/)config\/[\w-]+\.(?:ya?ml|json|toml)$|(?:^|\/)(?:config|settings)\.(?:ya?ml|json|toml)$/,
    mention: /^[ \t]*["[]?(?:production|prod|live)\b/m,
    at: /^(?:production|prod|live)$/,
    breach: (entry, { path }, _app, all) => {
      if (entry.kind !== 'map' || /(?:^|\/)(?:database|mongoid|cable|storage|secrets)\.ya?ml/.test(path))
        return undefined;
      const name = entry.keys[0] ?? '';
      const others = all.filter(
        ({ keys, kind }) =>
          keys.length === 1 && kind === 'map' && keys[0] !== name && isDeployName(keys[0] ?? ''),
      );
      if (others.length === 0 || !all.some((one) => one.keys[0] === name && isSetting(one))) return undefined;
      const related = others.map(({ keyRange }) => ({
        path,
        range: keyRange,
        message: 'The same for another deploy',
      }));
      return { range: entry.keyRange, words: { what: 'a section', deploy: name }, related };
    },
  },
];

/** An env file for one deploy beside others. */
export function envFiles(path: string, app: App): Breach[] {
  if (!isEnvFile(path) || isBuiltByMode(app)) return [];
  const entry = app.env.find((one) => one.path === path)?.file.entries[0];
  const found = entry && groupOf(path, app, entry.nameRange);
  return found ? [found] : [];
}

/** Bundlers read `.env.production` when they build. */
function isBuiltByMode({ manifests, manifestsAbove }: App): boolean {
  const all = [...manifests, ...manifestsAbove].flatMap(({ dependencies }) => dependencies);
  return all.some(({ name }) =>
    /^(?:vite|next|nuxt|react-scripts|gatsby|@vue\/cli-service|astro|@angular\/core|parcel|@sveltejs\/kit|laravel-mix|symfony\/dotenv)$/.test(
      name,
    ),
  );
}

/** Code that is a file of settings: what other rules look for in it tells whether it has any. */
export function codeFiles(facts: readonly Fact[], { path }: FileView, app: App): Breach[] {
  if (!named(path)) return sections(facts);
  const holds = facts.some((fact) => {
    if (fact.kind === 'string')
      return !fact.fallback && fact.holder !== undefined && readLocator(fact.value.text) !== undefined;
    if (fact.kind !== 'given' || !isSettingName(fact.holder.name)) return false;
    const text = textOf(fact.value) ?? '';
    return text.length > 2 && !isStandIn(text) && !/^[./]|\s/.test(text);
  });
  const found = holds ? groupOf(path, app, { start: 0, end: 1 }) : undefined;
  return found ? [found] : [];
}

/** An object of the settings of each deploy, told at the first setting of production. */
function sections(facts: readonly Fact[]): Breach[] {
  return facts.flatMap((fact): Breach[] => {
    if (fact.kind !== 'given' || fact.holder.kind !== 'key' || !isProduction(fact.holder.name)) return [];
    const { owner, name } = fact.holder;
    const isGroup = facts.some(
      (one) =>
        one.kind === 'given' &&
        one.value.kind === 'object' &&
        one.holder.kind === 'key' &&
        one.holder.owner === owner &&
        one.holder.name !== name &&
        isDeployName(one.holder.name),
    );
    const first = isGroup ? firstSetting(fact.value) : undefined;
    return first ? [{ range: first, words: { what: 'a section', deploy: name } }] : [];
  });
}

/** Where an object names its first setting that is written out. */
function firstSetting(value: Value, depth = 0): Breach['range'] | undefined {
  if (value.kind !== 'object' || depth > 2) return undefined;
  for (const { key, keyRange, value: one } of value.entries) {
    const text = textOf(one) ?? '';
    const isPlain = text.length > 2 && !isStandIn(text) && !/^[./]|\s/.test(text);
    if (one.kind === 'string' && (readLocator(text) || (isSettingName(key) && isPlain))) return keyRange;
    const inner = firstSetting(one, depth + 1);
    if (inner) return inner;
  }
  return undefined;
}
