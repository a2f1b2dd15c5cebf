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
  return { package: moduleOf(module), manifest: nearest.path };
}

/** Hosts whose modules are an owner and a name; elsewhere the import path may be the module's own. */
const TWO_PARTS = /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitea\.com)$/;

/** The module that most likely holds a package: `github.com/go-git/go-git/v5` of `github.com/go-git/go-git/v5/plumbing`. */
function moduleOf(path: string): string {
  const [host = '', ...rest] = path.split('/');
  const major = rest.findIndex((part) => /^v\d+$/.test(part));
  if (major > 0) return [host, ...rest.slice(0, major + 1)].join('/');
  const parts = TWO_PARTS.test(host) || host === 'golang.org' ? 2 : host === 'gopkg.in' ? 0 : rest.length;
  if (parts > 0) return [host, ...rest.slice(0, parts)].join('/');
  const version = rest.findIndex((part) => /\.v\d+$/.test(part));
  return [host, ...rest.slice(0, version + 1 || rest.length)].join('/');
}
