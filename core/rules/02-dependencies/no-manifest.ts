import type { App } from '../../app';
import type { Import } from '../../facts/fact';
import type { FileClass } from '../../file-class';
import type { Family } from '../../language';
import { defineRule, type FileView, type Finding, type Fix } from '../../rule';
import { distributionOf, FAMILIES, hasManifest, packageOf } from './no-manifest/packages';

const SKIPPED: readonly FileClass[] = ['test', 'example', 'generated', 'vendored', 'tooling'];

export default defineRule({
  id: 'dependencies/no-manifest',
  title: 'Imports without a manifest',
  severity: 'information',
  message:
    '{package} is imported{also}, and no manifest says so: on a fresh clone nothing tells what to install. Add {manifest} that declares what the app imports.',
  skip: SKIPPED,
  skipApps: ['browser'],
  imports: {
    suspects: (imported, file, app) => first(imported, file, app) !== undefined,
    breach: (fact, file, app) => {
      const { inTry, typeOnly, topLevel } = fact.enclosure;
      const found = inTry || typeOnly || !topLevel ? undefined : first(fact.import, file, app);
      const family = found && FAMILIES[file.family ?? 'shell'];
      if (!found || !family) return undefined;
      const others = found.packages.length - 1;
      const also = others === 0 ? '' : ` beside ${others === 1 ? 'one other' : `${others} others`}`;
      return {
        range: fact.import.range,
        words: { package: found.package, also, manifest: family.manifest },
        once: 'manifest',
        ...(file.family === 'python' ? { repair: { create: true } } : {}),
      };
    },
  },
  fix: listed,
  notFor: {
    java: 'Without a build file it does not compile.',
    csharp: 'Without a project file it does not compile.',
    rust: 'Without Cargo.toml it does not compile.',
    go: 'Outside of a module it does not compile.',
    php: 'Without composer.json there is no autoloader for what it would declare.',
    shell: 'It has no packages.',
  },
});

/** A list of all that the app's Python imports, by the names of the distributions. */
function listed({ breach }: Finding, _text: string, app: App): Fix[] {
  if (breach.repair?.create !== true) return [];
  const files = [...app.files.values()].filter(
    (one) => one.family === 'python' && !SKIPPED.includes(one.class),
  );
  const names = new Set(
    files.flatMap(({ needs }) => needs.flatMap((module) => distributionOf(module, app) ?? [])),
  );
  const path = 'requirements.txt';
  const newText = `${[...names].sort().join('\n')}\n`;
  return [
    {
      title: `Add ${path} with what is imported`,
      kind: 'suggestion',
      edits: [{ path, range: { start: 0, end: 0 }, newText, create: true }],
    },
  ];
}

interface Found {
  readonly package: string;
  /** All such packages of the app. */
  readonly packages: readonly string[];
}

/** The package of an import, in the one file of the app in which the missing manifest is told of. */
function first({ module, typeOnly }: Import, file: FileView, app: App): Found | undefined {
  const { family, path } = file;
  if (typeOnly || family === undefined || !app.complete || app.root !== '') return undefined;
  const name = packageOf(module, family, app);
  if (name === undefined) return undefined;
  const place = missingIn(app, family);
  return place?.path === path ? { package: name, packages: place.packages } : undefined;
}

interface Missing {
  readonly path: string;
  readonly packages: readonly string[];
}

const known = new WeakMap<App, Map<Family, Missing | undefined>>();

function missingIn(app: App, family: Family): Missing | undefined {
  const all = known.get(app) ?? new Map<Family, Missing | undefined>();
  known.set(app, all);
  if (!all.has(family)) all.set(family, lookFor(app, family));
  return all.get(family);
}

/** Where the app is mostly of a language and nothing in the tree declares packages for it. */
function lookFor(app: App, family: Family): Missing | undefined {
  const own = [...app.files.values()].filter((one) => one.class === 'app' && one.family !== 'shell');
  const files = own.filter((one) => one.family === family);
  if (files.length * 2 <= own.length || hasManifest(family, app)) return undefined;
  const needed = files.map(({ path, needs }) => ({
    path,
    packages: [...new Set(needs.flatMap((module) => packageOf(module, family, app) ?? []))],
  }));
  // The file that needs most of them is the one that people start.
  const [most] = needed.sort((a, b) => b.packages.length - a.packages.length || (a.path < b.path ? -1 : 1));
  if (!most || most.packages.length === 0) return undefined;
  return { path: most.path, packages: [...new Set(needed.flatMap(({ packages }) => packages))] };
}
