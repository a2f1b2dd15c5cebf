import { envFilesFor, isDocumented } from '../../fix/add-variable';
import { defineRule, notAppCode } from '../../rule';
import { addVariable, isOwnVariable } from './shared/variables';

export default defineRule({
  id: 'config/env-var-undocumented',
  title: 'Variable that the example file does not name',
  severity: 'hint',
  message:
    '{file} does not name {name}, so others will not know that the code needs it. Add it there, without its value.',
  skip: notAppCode,
  skipApps: ['library', 'command', 'desktop', 'browser'],
  notFor: { shell: 'Who calls a script gives it its variables.' },
  reads: {
    suspects({ name, hasDefault }, file, app) {
      if (hasDefault || file.family === 'shell' || !app.complete || !isOwnVariable(name)) return false;
      if (!envFilesFor(file.path, app).example) return false;
      return (app.variables.get(name)?.set.length ?? 0) > 0 && !isDocumented(name, app);
    },
    breach({ name, range, needed }, all, file, app) {
      if (!needed || all.some((one) => one.name === name && !one.needed)) return undefined;
      const { example } = envFilesFor(file.path, app);
      return { range, words: { name, file: example?.path ?? '' }, repair: { name, declared: true } };
    },
  },
  fix: addVariable,
});
