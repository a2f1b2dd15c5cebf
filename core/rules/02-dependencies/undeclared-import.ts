import { defineRule } from '../../rule';
import { undeclaredIn } from './shared/javascript';
import { undeclaredInPython } from './shared/python';

export default defineRule({
  id: 'dependencies/undeclared-import',
  title: 'Import that no manifest declares',
  severity: 'warning',
  message:
    '{package} is imported, but {manifest} does not declare it: it is there only as long as something else brings it along. Declare it.',
  skip: ['example', 'generated', 'vendored'],
  imports: {
    suspects: (imported, file, app) =>
      undeclared(imported.module, imported.typeOnly, file.family, file.path, app) !== undefined,
    breach: (fact, file, app) => {
      const { module, typeOnly, range } = fact.import;
      // What stands in a `try` may be missing; what only a type checker reads is never missed at run time.
      if (fact.enclosure.inTry || fact.enclosure.typeOnly) return undefined;
      const found = undeclared(module, typeOnly, file.family, file.path, app);
      return found && { range, words: found };
    },
  },
});

function undeclared(
  module: string,
  typeOnly: boolean,
  family: string | undefined,
  path: string,
  app: Parameters<typeof undeclaredIn>[2],
) {
  if (typeOnly || /\.d\.[cm]?ts$/.test(path)) return undefined;
  return family === 'python' ? undeclaredInPython(module, app) : undeclaredIn(module, path, app);
}
