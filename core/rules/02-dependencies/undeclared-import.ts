import type { App } from '../../app';
import type { Import } from '../../facts/fact';
import type { Family } from '../../language';
import { defineRule, type FileView, type Fixer } from '../../rule';
import { declaration } from './shared/declare';
import { undeclaredInGo } from './shared/go';
import { undeclaredIn } from './shared/javascript';
import { undeclaredInPhp } from './shared/php';
import { undeclaredInPython } from './shared/python';
import { undeclaredInRuby } from './shared/ruby';
import type { Undeclared } from './shared/undeclared';

const isDev = ({ class: kind }: FileView): boolean => kind === 'test' || kind === 'tooling';

const declare: Fixer = ({ breach }, _text, app) => {
  const { package: name, manifest: path } = breach.words ?? {};
  const manifest = path === undefined ? undefined : app.tree.manifests.get(path);
  if (name === undefined || !manifest) return [];
  const edits = declaration(name, manifest, breach.repair?.dev === true, app);
  return edits ? [{ title: `Declare ${name} in ${manifest.path}`, kind: 'suggestion', edits }] : [];
};

export default defineRule({
  id: 'dependencies/undeclared-import',
  title: 'Import that no manifest declares',
  severity: 'warning',
  message:
    '{package} is imported, but {manifest} does not declare it: it is there only as long as something else brings it along. Declare it.',
  skip: ['example', 'generated', 'vendored'],
  imports: {
    suspects: (imported, file, app) => undeclared(imported, file, app) !== undefined,
    breach: (fact, file, app) => {
      // What stands in a `try` may be missing; what only a type checker reads is never missed at run time.
      if (fact.enclosure.inTry || fact.enclosure.typeOnly) return undefined;
      const found = undeclared(fact.import, file, app);
      return found && { range: fact.import.range, words: found, repair: { dev: isDev(file) } };
    },
  },
  fix: declare,
  notFor: {
    java: 'The package of an import does not tell the artifact, and the compiler sees what is missing.',
    csharp: 'A namespace does not tell the package, and the compiler sees what is missing.',
    rust: 'Cargo builds nothing that is not declared.',
    shell: 'It has no packages.',
  },
});

/** How each family finds the package of an import; a family without an entry is not judged. */
const FINDERS: Partial<Record<Family, (module: string, path: string, app: App) => Undeclared | undefined>> = {
  javascript: undeclaredIn,
  python: undeclaredInPython,
  go: undeclaredInGo,
  ruby: undeclaredInRuby,
  php: undeclaredInPhp,
};

function undeclared({ module, typeOnly }: Import, file: FileView, app: App): Undeclared | undefined {
  if (typeOnly || !file.family || /\.d\.[cm]?ts$/.test(file.path)) return undefined;
  return FINDERS[file.family]?.(module, file.path, app);
}
