import type { App } from '../../app';
import lockfiles from '../../lockfiles/index.generated';
import type { Manifest } from '../../manifest';
import { type Breach, defineRule, notAppCode } from '../../rule';

export default defineRule({
  id: 'dependencies/several-package-managers',
  title: 'Lockfiles of several package managers',
  severity: 'information',
  message:
    '{files} both pin what this manifest declares, and nothing keeps them alike. Keep the one your deploy installs from, and delete the other.',
  skip: notAppCode,
  appFiles: (path, app) => {
    const manifest = app.manifests.find((one) => one.path === path);
    return manifest ? several(manifest, app) : [];
  },
});

function several({ path, ecosystem, format, dependencies }: Manifest, app: App): Breach[] {
  const [first] = dependencies;
  if (!first || (format !== 'package-json' && format !== 'pyproject-toml' && format !== 'pipfile')) return [];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const found = new Map<string, string>();
  for (const lock of lockfiles) {
    if (lock.ecosystem !== ecosystem) continue;
    const name = lock.names.find((one) => app.tree.paths.has(folder + one));
    if (name !== undefined && !found.has(lock.manager)) found.set(lock.manager, name);
  }
  // A Pipfile stands beside a pyproject.toml; its lockfile is told of once.
  if (
    found.size < 2 ||
    (format === 'pipfile' && app.manifests.some((one) => one.format === 'pyproject-toml'))
  )
    return [];
  const names = [...found.values()];
  return [
    {
      range: first.nameRange,
      words: { files: `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}` },
      related: names.map((name) => ({
        path: folder + name,
        range: { start: 0, end: 0 },
        message: 'One of them',
      })),
    },
  ];
}
