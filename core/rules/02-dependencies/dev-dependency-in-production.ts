import type { App } from '../../app';
import type { Import } from '../../facts/fact';
import type { Dependency, Ecosystem, Manifest } from '../../manifest';
import { candidates } from '../../manifests/shared/python-imports';
import pythonStdlib from '../../manifests/shared/python-stdlib.generated';
import { defineRule, type FileView, notAppCode, notServices } from '../../rule';
import { isServerCode } from './shared/server-code';
import { manifestsOf } from './shared/undeclared';

export default defineRule({
  id: 'dependencies/dev-dependency-in-production',
  title: 'Development dependency in the app’s code',
  severity: 'hint',
  message:
    '{package} is imported by the app, but {manifest} declares it for development only: a production install lacks it. Declare it for production.',
  skip: notAppCode,
  skipApps: notServices,
  imports: {
    suspects: (imported, file, app) => devOnly(imported, file, app) !== undefined,
    breach: (fact, file, app) => {
      const { inTry, typeOnly, topLevel } = fact.enclosure;
      // Where it is loaded in a branch of its own, the branch may well be one of development.
      if (inTry || typeOnly || !topLevel) return undefined;
      const found = devOnly(fact.import, file, app);
      return (
        found && {
          range: fact.import.range,
          words: { package: found.dependency.name, manifest: found.manifest.path },
          related: [
            { path: found.manifest.path, range: found.dependency.nameRange, message: 'Declared here' },
          ],
        }
      );
    },
  },
  notFor: {
    php: 'A class that is named need not be loaded, and frameworks name those of their tools.',
    ruby: 'Bundler loads the gems of a group where the app asks for the group.',
    java: 'The compiler sees what is missing from the main sources.',
    go: 'It knows no development dependencies.',
    csharp: 'It knows no development dependencies.',
    rust: 'The compiler sees what is missing.',
    shell: 'It has no packages.',
  },
});

interface DevOnly {
  readonly dependency: Dependency;
  readonly manifest: Manifest;
}

function devOnly({ module, typeOnly }: Import, file: FileView, app: App): DevOnly | undefined {
  if (typeOnly || module.startsWith('.')) return undefined;
  if (file.family === 'javascript') {
    const name = module.split('/', module.startsWith('@') ? 2 : 1).join('/');
    return isServerCode(file, app) ? declaredFor(new Set([name]), 'npm', app) : undefined;
  }
  if (pythonStdlib.has(module.split('.')[0] ?? '')) return undefined;
  return file.family === 'python' ? declaredFor(new Set(candidates(module)), 'pypi', app) : undefined;
}

/** The declaration of one of these packages, where there is none but for development. */
function declaredFor(names: ReadonlySet<string>, ecosystem: Ecosystem, app: App): DevOnly | undefined {
  const found = manifestsOf(app, ecosystem).flatMap((manifest) =>
    manifest.dependencies
      .filter(({ name }) => names.has(name))
      .map((dependency) => ({ dependency, manifest })),
  );
  return found.every(({ dependency }) => dependency.kind === 'dev') ? found[0] : undefined;
}
