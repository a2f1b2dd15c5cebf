import type { App } from '../../../app';
import { manifestsOf, type Undeclared } from './undeclared';

/** `host.tld/path`: the standard library has no dot in its first part. https://go.dev/ref/mod#module-path */
const OUTSIDE = /^[\w-]+(?:\.[\w-]+)+\/[\w./~+-]+$/;

/** The import path of a Go file that no module of its go.mod holds. */
export function undeclaredInGo(module: string, _path: string, app: App): Undeclared | undefined {
  if (!OUTSIDE.test(module)) return undefined;
  const manifests = manifestsOf(app, 'go');
  const [nearest] = manifests;
  if (!nearest) return undefined;
  const holds = (name: string): boolean => module === name || module.startsWith(`${name}/`);
  if (
    manifests.some(
      ({ name, dependencies }) =>
        (name !== undefined && holds(name)) || dependencies.some((one) => holds(one.name)),
    )
  )
    return undefined;
  const modules = [...app.tree.manifests.values()].filter(({ ecosystem }) => ecosystem === 'go');
  if (modules.some(({ name }) => name !== undefined && holds(name))) return undefined;
  return { package: module, manifest: nearest.path };
}
