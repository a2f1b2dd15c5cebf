import type { App, Tree } from '../../../app';
import { perTree } from '../../../facts/per-tree';
import { folderOf } from '../../../facts/picture-parts';
import type { Manifest } from '../../../manifest';
import { broughtBy, PLATFORM } from './java-brings';
import { JAVA_PACKAGES } from './java-packages';
import { manifestsOf, type Undeclared } from './undeclared';

/** The artifact of a well-known package that a Java file imports and no build file of the app declares. */
export function undeclaredInJava(module: string, path: string, app: App): Undeclared | undefined {
  const found = JAVA_PACKAGES.find(([prefix]) => `${module}.`.startsWith(prefix));
  if (!found) return undefined;
  const [prefix, artifact] = found;
  const { families, names } = declaredIn(app);
  if (families.size === 0 || holds(families, artifact)) return undefined;
  const token = tokenOf(artifact);
  if (names.some((name) => isMadeFor(name, token)) || isOwn(prefix, app)) return undefined;
  const manifest = nearestTo(path, app);
  return manifest && { package: artifact, manifest: manifest.path, severity: 'information' };
}

function holds(families: ReadonlySet<string>, artifact: string): boolean {
  for (let at = familyOf(artifact, 9); at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    if (families.has(at)) return true;
  }
  return false;
}

/** Makers of many libraries that have nothing to do with one another, and whoever has a name there. */
const MAKERS = /^(?:org\.apache|com\.(?:google|alibaba|github)|io\.github)$/;

/**
 * `com.fasterxml.jackson` of `com.fasterxml.jackson.core:jackson-databind`: so much of a group is one maker's library.
 * At most `most` parts where the group is a library's own.
 */
function familyOf(name: string, most = 2): string {
  const [group = '', artifact = ''] = name.split(':');
  if (MAKERS.test(group)) return `${group}.${artifact.split('-', 1)[0]}`;
  const parts = group.split('.');
  const isOfMany = parts.length > 3 || MAKERS.test(parts.slice(0, 2).join('.'));
  return parts.slice(0, isOfMany ? Math.max(3, most) : most).join('.');
}

/** The word by which artifacts that are made to go with a library name it: `mybatis` of `mybatis-spring-boot-starter`. */
function tokenOf(artifact: string): string {
  const [group = '', name = ''] = artifact.split(':');
  const [first = ''] = name.replace(/^java-/, '').split('-');
  if (first === 'commons') return name;
  return /^(?:core|client|sdk|all|api)$/.test(first) ? group.slice(group.lastIndexOf('.') + 1) : first;
}

function isMadeFor(declared: string, token: string): boolean {
  const name = declared.slice(declared.indexOf(':') + 1);
  return name === token || name.split(/[._-]/).includes(token);
}

interface Declared {
  /** What the build files declare and what that brings on purpose; empty where they do not tell all. */
  readonly families: ReadonlySet<string>;
  readonly names: readonly string[];
}

const known = new WeakMap<App, Declared>();

function declaredIn(app: App): Declared {
  const found = known.get(app) ?? readDeclared(app);
  known.set(app, found);
  return found;
}

function readDeclared(app: App): Declared {
  const none: Declared = { families: new Set(), names: [] };
  const manifests = manifestsOf(app, 'maven');
  const texts = manifests.map(({ path }) => app.tree.appFiles.get(path)?.text ?? '');
  if (
    hasJars(app.tree) ||
    !manifests.every((one, index) => tellsAll(one, texts[index] ?? '', manifests, app))
  )
    return none;
  const names = [
    ...manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)),
    ...manifests.flatMap(({ format }, index) => moreIn(format, texts[index] ?? '')),
  ];
  if (names.some((name) => PLATFORM.test(name))) return none;
  return { families: new Set(names.flatMap((name) => [familyOf(name), ...broughtBy(name)])), names };
}

/** What a text names as `group:artifact` besides: in a Maven profile, in a list or a variable of a Gradle script. */
function moreIn(format: Manifest['format'], text: string): string[] {
  if (format === 'pom-xml') {
    const profiles = text.slice(text.indexOf('<profiles>'), text.lastIndexOf('</profiles>'));
    const named = /<groupId>([^<]{1,200})<\/groupId>\s{0,200}<artifactId>([^<]{1,200})<\/artifactId>/g;
    return [...profiles.matchAll(named)].map(([, group, artifact]) => `${group}:${artifact}`);
  }
  const literal = /["']([\w.-]{1,200}):([\w.-]{1,200})(?=[:@"'])/g;
  return [...text.matchAll(literal)].map(([, group, artifact]) => `${group}:${artifact}`);
}

/** Parents that only manage versions and plugins. */
const BARE_PARENT =
  /^(?:spring-boot-starter-parent|spring-boot-dependencies|oss-parent|apache|spring-cloud-\w+)$/;
/** Parts of a Gradle script that say elsewhere what is declared. */
const ELSEWHERE =
  /\bapply[ \t]*\(?[ \t]*from|com\.android|buildSrc|includeBuild|["']\$\{?\w{1,60}\}?:|^[ \t]*(?:implementation|api|compile|compileOnly|runtimeOnly)[ \t(]+(?!libs\.|project\b|platform\b|enforcedPlatform\b|kotlin\(|gradleApi|localGroovy|group\b|["'(\s])[A-Za-z_$]/m;

/** Whether a build file, with the others of the app, says what its classes can see. */
function tellsAll(manifest: Manifest, text: string, all: readonly Manifest[], { tree }: App): boolean {
  const { format, locals } = manifest;
  if (format === 'gradle-catalog') return true;
  if (format === 'pom-xml') {
    const parent = /<parent>[\s\S]{0,400}?<artifactId>\s{0,20}([\w.-]{1,100})/.exec(text)?.[1];
    const isKnown =
      parent === undefined || BARE_PARENT.test(parent) || all.some(({ name }) => name === parent);
    return isKnown && locals.length === 0;
  }
  if (format !== 'gradle' || ELSEWHERE.test(text) || hasConventions(tree)) return false;
  return !/\blibs\./.test(text) || all.some((one) => one.format === 'gradle-catalog');
}

/** Libraries that lie in the repository are declared nowhere. */
const hasJars = perTree(({ paths }) =>
  [...paths].some(
    (path) => path.endsWith('.jar') && !/(?:^|\/)(?:\.mvn|wrapper|test|tests|target)\//.test(path),
  ),
);

/** Plugins of the build itself may declare what they like. */
const hasConventions = perTree(({ paths }) =>
  [...paths].some((path) => /(?:^|\/)(?:buildSrc|build-logic)\/.*\.gradle(?:\.kts)?$/.test(path)),
);

const owned = new WeakMap<Tree, Map<string, boolean>>();

/** A package that the repository itself holds. */
function isOwn(prefix: string, { tree }: App): boolean {
  const all = owned.get(tree) ?? new Map<string, boolean>();
  owned.set(tree, all);
  const folder = `/${prefix.replaceAll('.', '/')}`;
  const found = all.get(prefix) ?? [...tree.paths].some((path) => `/${path}`.includes(folder));
  all.set(prefix, found);
  return found;
}

/** The build file of the module that holds a file. */
function nearestTo(path: string, app: App): Manifest | undefined {
  return manifestsOf(app, 'maven')
    .filter(({ format, path: at }) => format !== 'gradle-catalog' && isBelow(path, folderOf(at)))
    .toSorted((one, other) => other.path.length - one.path.length)[0];
}

const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);
