import type { App } from '../../app';
import { everySimple } from '../../procfile/procfile';
import { type Breach, defineRule, notServices } from '../../rule';
import { suggestProcesses } from '../../suggest/suggest';
import { addLine, mainProcfile, missingLine } from '../shared/new-process-type';
import { isMigration, isMigrationFile } from './shared/migrations';

/** Migrations that no command of the app runs, in a Procfile without a release process type. */
function missing(path: string, app: App): Breach[] {
  const procfile = mainProcfile(app);
  const [first] = procfile?.file.processes ?? [];
  if (!app.complete || procfile?.path !== path || !first) return [];
  if (procfile.file.processes.some(({ name }) => name === 'release')) return [];
  const elsewhere = app.commands.some(
    ({ role, command }) => role === 'release' || everySimple(command).some(isMigration),
  );
  const folder = app.root === '' ? '' : `${app.root}/`;
  if (elsewhere || ![...app.tree.paths].some((one) => one.startsWith(folder) && isMigrationFile(one)))
    return [];
  const release = suggestProcesses(app).find(({ type }) => type === 'release');
  if (!release) return [];
  return [missingLine(first, 'release', release.command, { command: release.command })];
}

export default defineRule({
  id: 'admin/missing-release-step',
  title: 'No process runs the migrations',
  severity: 'hint',
  message:
    'The app has migrations, but nothing here says when they run. A release process type would: “{command}”.',
  skip: [],
  skipApps: notServices,
  appFiles: missing,
  fix: addLine,
});
