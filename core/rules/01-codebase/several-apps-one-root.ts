import type { App } from '../../app';
import type { ProcessType } from '../../procfile/procfile';
import { type Breach, defineRule } from '../../rule';
import { isAppFolder } from './shared/units';

export default defineRule({
  id: 'codebase/several-apps-one-root',
  title: 'Several apps in one codebase',
  severity: 'hint',
  off: true,
  message:
    'This starts {other} beside {first}, which serves on its own: two apps in one codebase. Give each its own manifest and Procfile.',
  skip: ['test', 'example', 'generated', 'vendored'],
  appFiles: (path, app) => {
    const file = app.procfiles.find((one) => one.path === path)?.file;
    return file && !/\.(?:dev|development|local|test)$/.test(path) ? several(file.processes, app) : [];
  },
});

const SERVES = /^(?:web|api|app|server|frontend|backend|client|admin|site|www|http|ui)\d*$/i;
/** `cd api && …`, `npm --prefix api start`, `gunicorn --chdir api`, `yarn --cwd api`, `bin/x -C api`. */
const INTO =
  /^(?:cd[ \t]{1,4}|.{0,80}?(?:--prefix|--chdir|--cwd|-C|--directory|--project-directory)[ =]{1,2})["']?(?:\.\/)?([\w.-]+(?:\/[\w.-]+)*)/;

/** Process types that serve, each from a folder of its own that has no manifest or Procfile above it alone. */
function several(processes: readonly ProcessType[], app: App): Breach[] {
  const serving = processes.flatMap(({ name, nameRange, command }) => {
    const folder = SERVES.test(name) ? INTO.exec(command.text)?.[1] : undefined;
    return folder === undefined ? [] : [{ name, range: nameRange, folder }];
  });
  const [first, ...others] = serving;
  if (!first || isAppFolder(first.folder, app.tree)) return [];
  return others.flatMap(({ name, range, folder }) => {
    const isOther = folder !== first.folder && !folder.startsWith(`${first.folder}/`);
    return isOther ? [{ range, words: { first: first.name, other: name } }] : [];
  });
}
