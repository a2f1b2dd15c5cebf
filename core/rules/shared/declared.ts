import type { App } from '../../app';
import type { Ecosystem } from '../../manifest';

/** Names of all packages that an app and the folders above it declare in an ecosystem; undefined where none is known for sure. */
export function declaredPackages(app: App, ecosystem: Ecosystem): ReadonlySet<string> | undefined {
  const manifests = [...app.manifests, ...app.manifestsAbove].filter((one) => one.ecosystem === ecosystem);
  if (manifests.length === 0 || manifests.some(({ problem }) => problem !== undefined)) return undefined;
  return new Set(manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)));
}
