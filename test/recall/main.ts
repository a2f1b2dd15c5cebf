import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { indexFolder } from '../../cli/index-folder';
import type { App } from '../../core/app';
import { importersOf } from '../../core/dependencies/importers';
import { Picture } from '../../core/facts/picture';
import { defaultSettings } from '../../core/lint/settings';
import { Linter } from '../../core/linter';
import type { Manifest } from '../../core/manifest';
import manifests from '../../core/manifests/index.generated';
import { finderOf } from '../../core/rules/02-dependencies/shared/finders';
import undeclared from '../../core/rules/02-dependencies/undeclared-import';
import { Grammars } from '../../core/syntax/grammars';
import { npmGrammars } from '../harness/grammars';

const ECOSYSTEMS = ['npm', 'pypi', 'rubygems', 'packagist', 'go', 'maven'];

/** The app as if no manifest named the package. */
function without(app: App, name: string): App {
  const less = (manifest: Manifest): Manifest => ({
    ...manifest,
    dependencies: manifest.dependencies.filter((one) => one.name !== name),
  });
  const manifestsOfTree = new Map([...app.tree.manifests].map(([path, one]) => [path, less(one)]));
  const { paths, pythonModules, packageNames, appFiles, variables, tracked, repository, exposed } = app.tree;
  const around = { paths, pythonModules, packageNames, appFiles, variables, tracked, repository, exposed };
  const tree = { ...around, manifests: manifestsOfTree };
  return { ...app, tree, manifests: app.manifests.map(less), manifestsAbove: app.manifestsAbove.map(less) };
}

interface Count {
  declared: number;
  imported: number;
  told: number;
  readonly missed: string[];
  readonly unseen: string[];
}

/** Whether one of the files that import the package tells it once no manifest does. */
async function isTold(root: string, paths: readonly string[], app: App, linter: Linter): Promise<boolean> {
  // It is told once, where its first import by the order of paths stands.
  for (const path of [...paths].sort()) {
    const text = readFileSync(join(root, path), 'utf8');
    const found = await linter.check(path, text, app, defaultSettings);
    if (found.some(({ rule }) => rule === undeclared.id)) return true;
  }
  return false;
}

/** Why nothing is told of a package that is imported and no longer declared, as far as the rule's own steps show. */
function reasonOf(paths: readonly string[], app: App, before: App): string {
  const files = paths.flatMap((path) => app.files.get(path) ?? []);
  const seen = files.flatMap((file) => {
    const find = finderOf(file);
    return file.needs.flatMap((module) => {
      const found = find?.(module, file.path, app);
      return found && !find?.(module, file.path, before) ? [{ file, module, found }] : [];
    });
  });
  if (seen.length === 0) return 'no finder takes it for undeclared';
  if (seen.every(({ found }) => found.unlocked)) return 'no lockfile pins it';
  if (seen.every(({ found }) => found.typed)) return 'its types are declared';
  if (seen.every(({ file, module }) => file.optional.includes(module))) return 'it may be missing';
  return 'its place';
}

async function measure(root: string, linter: Linter): Promise<Map<string, Count>> {
  const picture = new Picture(manifests);
  indexFolder(root, linter, picture);
  const counts = new Map<string, Count>();
  for (const unit of picture.roots) {
    const app = picture.appOf(join(unit, 'x'));
    for (const manifest of app.manifests.filter(({ ecosystem }) => ECOSYSTEMS.includes(ecosystem))) {
      const count = counts.get(manifest.ecosystem) ?? {
        declared: 0,
        imported: 0,
        told: 0,
        missed: [],
        unseen: [],
      };
      counts.set(manifest.ecosystem, count);
      const importers = importersOf(manifest, app);
      const names = manifest.dependencies.filter(({ kind }) => kind === 'runtime').map(({ name }) => name);
      for (const name of new Set(names)) {
        const files = importers.get(name) ?? [];
        count.declared++;
        if (!files.some((path) => app.files.get(path)?.class === 'app')) {
          count.unseen.push(name);
          continue;
        }
        count.imported++;
        if (await isTold(root, files, without(app, name), linter)) count.told++;
        else count.missed.push(`${name} (${files[0]}: ${reasonOf(files, without(app, name), app)})`);
      }
    }
  }
  return counts;
}

const linter = new Linter(new Grammars(npmGrammars()), [undeclared]);
console.log(
  '| app | ecosystem | declared | imported | told | missed |\n| --- | --- | --- | --- | --- | --- |',
);
for (const folder of process.argv.slice(2)) {
  for (const [ecosystem, { declared, imported, told, missed, unseen }] of await measure(
    resolve(folder),
    linter,
  )) {
    console.log(
      `| ${basename(folder)} | ${ecosystem} | ${declared} | ${imported} | ${told} | ${missed.join(', ')} |`,
    );
    if (process.env.UNSEEN) console.log(`  not imported: ${unseen.join(' ')}`);
  }
}
