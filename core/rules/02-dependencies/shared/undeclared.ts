import type { App } from '../../../app';
import type { Ecosystem, Manifest } from '../../../manifest';
import type { Severity } from '../../../rule';

/** A package that is imported and not declared, and the manifest that should declare it. */
export interface Undeclared {
  readonly package: string;
  readonly manifest: string;
  /** Where what tells is less than sure. */
  readonly severity?: Severity;
  /** Its types are declared: only code that runs it lacks it. */
  readonly typed?: boolean;
  /** There are lockfiles, and none of them has it. */
  readonly unlocked?: boolean;
}

/**
 * The manifests of an ecosystem that a file of an app falls under, nearest first; none where one of them cannot be
 * read in full, since what it declares is then unknown.
 */
export function manifestsOf(app: App, ecosystem: Ecosystem): readonly Manifest[] {
  const manifests = [...app.manifests, ...app.manifestsAbove].filter((one) => one.ecosystem === ecosystem);
  const unreadable = manifests.some(
    ({ problem, includes }) => problem !== undefined || includes.some((path) => !app.tree.paths.has(path)),
  );
  return unreadable ? [] : manifests;
}

/**
 * Whether lockfiles pin what the app is installed from, and none of these names is among it: then the module is no
 * package that another one brings along, but a name that the build gives a meaning to, or a distribution unknown here.
 */
export function isLockedWithout(names: readonly string[], ecosystem: Ecosystem, app: App): boolean {
  const locks = app.locks.filter((lock) => lock.ecosystem === ecosystem && lock.versions.size > 0);
  return locks.length > 0 && !names.some((name) => isLocked(name, ecosystem, app));
}

/** Whether a lockfile pins what is installed under this name. */
export function isLocked(name: string, ecosystem: Ecosystem, app: App): boolean {
  return app.locks.some((lock) => lock.ecosystem === ecosystem && lock.versions.has(name));
}

/** Files by which an app is brought to AWS Lambda, whose own image holds some libraries. */
const LAMBDA =
  /(?:^|\/)(?:serverless(?:\.\w+)?\.(?:ya?ml|json|[jt]s)|samconfig\.toml|template\.ya?ml|cdk\.json|zappa_settings\.json|\.chalice\/config\.json)$/;

const onLambda = new WeakMap<App['tree'], boolean>();

export function runsOnLambda({ tree }: App): boolean {
  const known = onLambda.get(tree) ?? [...tree.paths].some((path) => LAMBDA.test(path));
  onLambda.set(tree, known);
  return known;
}
