import type { App } from '../../app';
import { envFilesFor, isDocumented } from '../../fix/add-variable';
import { defineRule, notAppCode } from '../../rule';
import { isMentioned } from '../shared/known-variables';
import { addVariable, isOptional, isOwnVariable } from './shared/variables';

/** `DATABASE_HOST` beside `DATABASE_URL`: the parts of an address are read where the whole is not given. */
function isPartOfAddress(name: string, app: App): boolean {
  const service = /^(\w+)_(?:HOST|HOSTNAME|PORT|USER|USERNAME|PASS|PASSWORD|NAME|DB|DATABASE)$/.exec(
    name,
  )?.[1];
  return service !== undefined && ['URL', 'URI', 'DSN'].some((end) => app.variables.get(`${service}_${end}`));
}

/** The first file of the app's own code that reads a variable: it is told there alone. */
function firstReader(name: string, app: App): string | undefined {
  const readers = app.variables.get(name)?.readers ?? [];
  return readers
    .map(({ path }) => path)
    .filter((path) => app.files.get(path)?.class === 'app')
    .sort()[0];
}

export default defineRule({
  id: 'config/undefined-variable',
  title: 'Variable that nothing sets',
  severity: 'information',
  message: 'No file sets {name} or documents it, and the code has no default for it. Add it to {file}.',
  skip: notAppCode,
  skipApps: ['library', 'command', 'desktop', 'browser'],
  notFor: { shell: 'Who calls a script gives it its variables.' },
  reads: {
    suspects({ name, hasDefault }, file, app) {
      if (hasDefault || file.family === 'shell' || !app.complete || !isOwnVariable(name)) return false;
      const { env, example } = envFilesFor(file.path, app);
      if (!env && !example) return false;
      if (isOptional(name, app) || isPartOfAddress(name, app)) return false;
      return !app.tree.variables.isDeclared(name) && !isDocumented(name, app) && !isMentioned(name, app);
    },
    breach({ name, range, needed }, all, file, app) {
      // Where the code asks for it once, it can do without it everywhere.
      if (!needed || all.some((one) => one.name === name && !one.needed)) return undefined;
      if (firstReader(name, app) !== file.path) return undefined;
      const { env, example } = envFilesFor(file.path, app);
      const words = { name, file: (example ?? env)?.path ?? '.env' };
      return { range, words, repair: { name } };
    },
  },
  fix: addVariable,
});
