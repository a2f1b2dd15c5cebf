import { type Breach, defineRule, notAppCode } from '../../rule';
import { ownManifest } from './shared/own-manifest';
import { usedPackages } from './unused-dependency/used';

export default defineRule({
  id: 'dependencies/unused-dependency',
  title: 'Dependency that nothing imports',
  severity: 'hint',
  off: true,
  message:
    'Nothing in this app imports {package} or names it. Remove it, unless something loads it by its name.',
  skip: notAppCode,
  appFiles: (path, app) => {
    const manifest = ownManifest(path, app);
    const isUsed = manifest && usedPackages(manifest, app);
    if (!manifest || !isUsed) return [];
    return manifest.dependencies.flatMap((one): Breach[] =>
      one.kind !== 'runtime' || isUsed(one)
        ? []
        : [{ range: one.nameRange, words: { package: one.name }, unnecessary: true }],
    );
  },
});
