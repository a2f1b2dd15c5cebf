import { defineRule, type FileView, type Fixer } from '../../rule';
import { declaration, packageToDeclare } from './shared/declare';
import { finderOf, UNJUDGED, undeclared } from './shared/finders';
import { placeOf } from './shared/first-import';

const isDev = ({ class: kind }: FileView): boolean => kind === 'test' || kind === 'tooling';

const declare: Fixer = (finding, _text, app) => {
  const wanted = packageToDeclare(finding, app);
  if (!wanted) return [];
  const { name, manifest } = wanted;
  const edits = declaration(name, manifest, finding.breach.repair?.dev === true, app);
  return edits ? [{ title: `Declare ${name} in ${manifest.path}`, kind: 'suggestion', edits }] : [];
};

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
        repair: { dev: isDev(file), package: found.package, manifest: found.manifest },
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
