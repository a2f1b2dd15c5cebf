import type { App } from '../../app';
import { idleConsumers } from '../../entry/consumers';
import { entryPointsOf } from '../../entry/entry-points';
import { runnerOf } from '../../entry/runners';
import { parseCommand } from '../../procfile/command';
import type { Command } from '../../procfile/procfile';
import { programOf } from '../../procfile/program';
import { type Breach, defineRule, notServices } from '../../rule';
import { suggestProcesses } from '../../suggest/suggest';
import { addLine, mainProcfile, missingLine } from '../shared/new-process-type';

/** The worker that a command runs, by its runner; undefined for programs of the app’s own. */
function workerOf(command: Command): string | undefined {
  for (const simple of command.simple) {
    const program = programOf(simple);
    const runner = program && runnerOf(program);
    if (runner && (runner.serves === 'worker' || runner.serves === 'clock')) return runner.name;
  }
  return undefined;
}

const AT_ONCE =
  /^(?:export )?QUEUE_(?:CONNECTION|DRIVER)=["']?sync\b|^(?:CELERY_)?TASK_ALWAYS_EAGER=["']?(?:1|true)\b/im;

/** The example of the environment says that jobs are done where they are queued. */
function worksAtOnce(app: App): boolean {
  return app.env.some(
    ({ path, example }) => example && AT_ONCE.test(app.tree.appFiles.get(path)?.text ?? ''),
  );
}

/** Queues that are in use, while nothing of the app runs their worker. */
function missing(path: string, app: App): Breach[] {
  const procfile = mainProcfile(app);
  const first = procfile?.file.processes.find(({ name }) => name !== 'release');
  if (!app.complete || procfile?.path !== path || !first) return [];
  if (worksAtOnce(app)) return [];
  const roles = new Set(entryPointsOf(app).map(({ role }) => role));
  if (roles.has('worker')) return [];
  const run = new Set(app.commands.map(({ command }) => workerOf(command)));
  for (const { type, command, why, starts } of suggestProcesses(app)) {
    const worker = type === 'worker' ? (starts ?? workerOf(parseCommand(command))) : undefined;
    if (worker === undefined || run.has(worker)) continue;
    const program =
      starts === undefined ? undefined : idleConsumers(app).find((file) => file.endsWith(starts));
    const related = program === undefined ? [] : [{ path: program, message: 'Nothing starts this program.' }];
    return [{ ...missingLine(first, type, command, { why, worker }), related }];
  }
  return [];
}

export default defineRule({
  id: 'concurrency/missing-process-type',
  title: 'No process type for the worker',
  severity: 'information',
  message: 'The app queues jobs ({why}), but no process type runs {worker} to work them off. Add one.',
  skip: [],
  skipApps: notServices,
  appFiles: missing,
  fix: addLine,
});
