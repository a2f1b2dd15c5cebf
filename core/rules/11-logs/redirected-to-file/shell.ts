import type { App } from '../../../app';
import type { Api } from '../../../rule';
import { isLogFile } from '../shared/log-file';

const RUNS = new Set(['run', 'release', 'cron']);
/** What a script that nobody here starts is for, by its name: one that sets a machine up may keep a log of it. */
const STARTS = /(?:^|\/)(?:docker-)?(?:start|run|serve|server|entrypoint|boot|launch|web|worker)[\w.-]*$/;

function startsTheApp(path: string, app: App): boolean {
  const own = app.commands.filter((command) => command.path === path);
  return own.some(({ role }) => RUNS.has(role)) || STARTS.test(path);
}

/** `| tee -a /var/log/web.log` in a script that starts the app. */
const apis: readonly Api[] = [
  {
    calls: ['tee'],
    breach: (call, { path }, app) =>
      call.args.some(({ value }) => isLogFile(value)) && startsTheApp(path, app)
        ? { range: call.range, repair: { to: 'pipe' } }
        : undefined,
  },
];

export default apis;
