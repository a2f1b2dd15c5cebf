import type { App } from '../../app';
import { entryPointsOf } from '../../entry/entry-points';
import type { RuntimeKind } from '../../formats/source';
import type { Ecosystem, Manifest } from '../../manifest';
import { type Breach, defineRule, notAppCode, notServices } from '../../rule';
import { fileStart } from '../shared/file-start';
import { ownManifest } from './shared/own-manifest';

interface Runtime {
  readonly kinds: readonly RuntimeKind[];
  readonly title: string;
  /** Where a version is usually declared. */
  readonly where: string;
  /** What a manifest says of it besides what the readers of sources tell. */
  readonly said?: RegExp;
}

const RUNTIMES: Partial<Record<Ecosystem, Runtime>> = {
  npm: { kinds: ['node', 'bun', 'deno'], title: 'Node', where: 'engines.node or .nvmrc' },
  pypi: {
    kinds: ['python'],
    title: 'Python',
    where: 'requires-python or .python-version',
    said: /\bpython_requires\b|^[ \t]*-[ \t]*["']?python[ \t]*[=<>~]/m,
  },
  rubygems: {
    kinds: ['ruby'],
    title: 'Ruby',
    where: 'the Gemfile or .ruby-version',
    said: /^[ \t]*ruby\b|required_ruby_version/m,
  },
  packagist: { kinds: ['php'], title: 'PHP', where: 'require.php', said: /"php(?:-64bit)?"\s*:/ },
  maven: {
    kinds: ['java'],
    title: 'Java',
    where: 'maven.compiler.release or a toolchain',
    said: /java\.version|maven\.compiler|<(?:release|source|target|parent)>|sourceCompatibility|targetCompatibility|[tT]oolchain|JavaVersion|jvmTarget|options\.release/,
  },
};

export default defineRule({
  id: 'dependencies/runtime-version-undeclared',
  title: 'No version of the runtime declared',
  severity: 'hint',
  message:
    'Nothing here says which version of {runtime} the app needs, so each machine takes its own. Declare it in {where}.',
  skip: notAppCode,
  skipApps: notServices,
  appFiles: (path, app) => {
    const manifest = ownManifest(path, app);
    return manifest ? undeclared(manifest, app) : [];
  },
});

/** Told once for each ecosystem of an app, at its first manifest. */
function undeclared(manifest: Manifest, app: App): Breach[] {
  const runtime = RUNTIMES[manifest.ecosystem];
  const own = app.manifests.filter((one) => one.ecosystem === manifest.ecosystem && hasSome(one));
  if (!runtime || own[0] !== manifest) return [];
  const all = [...own, ...app.manifestsAbove.filter((one) => one.ecosystem === manifest.ecosystem)];
  const isSaid = all.some(({ path }) => runtime.said?.test(app.tree.appFiles.get(path)?.text ?? ''));
  const isPinned = [...app.sources, ...app.sourcesAbove].some(({ facts }) =>
    facts.runtimes.some((pin) => runtime.kinds.includes(pin.runtime) && pin.place !== 'ci'),
  );
  // What nothing here starts may be part of something that does declare it.
  if (isSaid || isPinned || entryPointsOf(app).length === 0) return [];
  return [{ range: fileStart(manifest.path, app), words: { runtime: runtime.title, where: runtime.where } }];
}

function hasSome({ dependencies }: Manifest): boolean {
  return dependencies.some(({ kind }) => kind === 'runtime');
}
