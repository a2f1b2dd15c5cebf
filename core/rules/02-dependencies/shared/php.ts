import type { App } from '../../../app';
import { NAMESPACES } from './php-packages';
import { manifestsOf, type Undeclared } from './undeclared';

/** Where PHP apps keep libraries of others that they have copied. */
const COPIED = /(?:^|\/)(?:libs|libraries|external|third-?party)\//i;

/** The package of a class that a PHP file names and no composer.json declares. */
export function undeclaredInPhp(module: string, path: string, app: App): Undeclared | undefined {
  const name = module.replace(/^\\/, '');
  if (COPIED.test(path)) return undefined;
  if (!/^[A-Z]\w*(?:\\\w+)+$/.test(name)) return undefined;
  const manifests = manifestsOf(app, 'packagist');
  const [nearest] = manifests;
  if (!nearest || manifests.every(({ dependencies }) => dependencies.length === 0)) return undefined;
  if (manifests.some(({ aliases }) => aliases.some((prefix) => prefix === '' || name.startsWith(prefix))))
    return undefined;
  const packages = NAMESPACES.find(([prefix]) => name.startsWith(prefix))?.[1];
  const [likeliest] = packages ?? [];
  if (!packages || likeliest === undefined) return undefined;
  const declared = manifests.flatMap(({ dependencies, name: own }) => [
    own ?? '',
    ...dependencies.map((one) => one.name),
  ]);
  const known = new Set(declared);
  if (
    packages.some((one) =>
      one.endsWith('*') ? declared.some((each) => each.startsWith(one.slice(0, -1))) : known.has(one),
    )
  )
    return undefined;
  return { package: likeliest, manifest: nearest.path };
}
