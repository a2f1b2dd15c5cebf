import type { App } from '../../app';
import type { Manifest } from '../../manifest';
import { candidates } from '../../manifests/shared/python-imports';
import { defineRule, type FileView, type Fixer } from '../../rule';
import { declaration } from './shared/declare';
import { finderOf, UNJUDGED, undeclared } from './shared/finders';
import { placeOf } from './shared/first-import';

const isDev = ({ class: kind }: FileView): boolean => kind === 'test' || kind === 'tooling';

const declare: Fixer = ({ breach }, _text, app) => {
  const { package: found, manifest: path } = breach.words ?? {};
  const manifest = path === undefined ? undefined : app.tree.manifests.get(path);
  if (found === undefined || !manifest) return [];
  const name = declaredName(found, manifest, app);
  const edits = declaration(name, manifest, breach.repair?.dev === true, app);
  return edits ? [{ title: `Declare ${name} in ${manifest.path}`, kind: 'suggestion', edits }] : [];
};

/** The name under which a package is declared: that of the distribution in Python, of the module in Go. */
function declaredName(found: string, { ecosystem }: Manifest, app: App): string {
  if (ecosystem === 'pypi') return candidates(found)[0] ?? found;
  if (ecosystem !== 'go') return found;
  const modules = app.locks
    .filter((lock) => lock.ecosystem === 'go')
    .flatMap(({ versions }) => [...versions.keys()]);
  const holds = modules.filter((module) => found === module || found.startsWith(`${module}/`));
  return holds.sort((a, b) => b.length - a.length)[0] ?? found;
}

export default defineRule({
  id: 'dependencies/undeclared-import',
  title: 'Import that no manifest declares',
  severity: 'warning',
  message:
    '{package} is imported{also}, but {manifest} does not declare it: it is there only as long as something else brings it along. Declare it.',
  skip: UNJUDGED,
  imports: {
    suspects: (imported, file, app) => undeclared(imported, file, app) !== undefined,
    breach: (fact, file, app) => {
      const { inTry, inBranch, typeOnly } = fact.enclosure;
      // What stands in a `try` or an `if` may be missing; what only a type checker reads is never missed at run time.
      if (inTry || inBranch || typeOnly) return undefined;
      const found = undeclared(fact.import, file, app);
      const place = found && placeOf(found.package, file, app, finderOf(file), UNJUDGED);
      if (!found || (place && place.path !== file.path)) return undefined;
      const others = (place?.files ?? 1) - 1;
      const also =
        others === 0 ? '' : ` here and in ${others === 1 ? 'one more file' : `${others} more files`}`;
      return {
        range: fact.import.range,
        words: { package: found.package, manifest: found.manifest, also },
        once: found.package,
        ...(found.severity === undefined ? {} : { severity: found.severity }),
        repair: { dev: isDev(file) },
      };
    },
  },
  fix: declare,
  notFor: {
    csharp: 'A namespace does not tell the package, and the compiler sees what is missing.',
    rust: 'Cargo builds nothing that is not declared.',
    shell: 'It has no packages.',
  },
});
