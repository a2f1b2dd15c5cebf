import type { App } from '../../../app';
import { drainsByItself, springBootOf } from '../../../entry/spring-boot';
import type { RoleCommand } from '../../../formats/commands';
import type { ConfigEntry } from '../../../formats/entry';
import type { Breach, EntryCheck } from '../../../rule';
import { baseName, programWords } from '../../shared/commands';

const UWSGI = {
  what: 'uWSGI',
  does: 'reloads and goes on, until it is killed with what it has in hand',
  todo: 'Set die-on-term.',
};
const OWN_STOP = /^uwsgi\.(?:die-on-term|hook-master-start|exit-on-reload)$/;
const SERVING = /^uwsgi\.(?:http|https|http-socket|socket|module|wsgi-file|wsgi|mount)$/;
const OTHER_SIGNAL = /STOPSIGNAL|KillSignal=SIG(?:QUIT|INT)|stop_?signal/i;

/** Something stops the app's processes by another signal than SIGTERM. */
function isStoppedOtherwise(app: App): boolean {
  return app.sources.some(({ path }) => OTHER_SIGNAL.test(app.tree.appFiles.get(path)?.text ?? ''));
}

const first = (all: readonly ConfigEntry[], at: RegExp): ConfigEntry | undefined =>
  all.find(({ keys, kind }) => kind === 'value' && at.test(keys.join('.')));

const SPRING = /^(?:server|spring)\./;

/** What a server is told of SIGTERM in its own configuration. */
export const entries: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)[\w.-]*uwsgi[\w.-]*\.ini$/,
    at: SERVING,
    breach: (entry, _file, app, all) => {
      if (first(all, SERVING) !== entry || first(all, OWN_STOP) || isStoppedOtherwise(app)) return undefined;
      return {
        range: entry.keyRange,
        words: UWSGI,
        repair: { set: 'die-on-term = true', at: entry.whole.start },
      };
    },
  },
  {
    files: /(?:^|\/)application\.(?:properties|ya?ml)$/,
    at: SPRING,
    breach: (entry, { path }, app, all) => {
      const boot = springBootOf(app);
      if (!boot || drainsByItself(boot) || boot.major < 2 || (boot.major === 2 && boot.minor < 3))
        return undefined;
      if (first(all, SPRING) !== entry || first(all, /^server\.shutdown$/)) return undefined;
      const server = all.find(({ keys, kind }) => kind === 'map' && keys.join('.') === 'server');
      const isFlat = path.endsWith('.properties');
      return {
        range: entry.keyRange,
        severity: 'hint',
        words: {
          what: `Spring Boot ${boot.major}.${boot.minor}`,
          does: 'cuts off open requests',
          todo: 'Set server.shutdown to graceful, as it is by itself since 3.4.',
        },
        related: [{ path: boot.path, message: 'The version of Spring Boot is said here.' }],
        repair: isFlat
          ? { set: 'server.shutdown=graceful', at: entry.whole.start }
          : server
            ? { set: '  shutdown: graceful', at: server.range.start }
            : { set: 'server:\n  shutdown: graceful', at: -1 },
      };
    },
  },
];

/** uWSGI that a command starts without a file of settings. */
export function uwsgiCommands({ command, role, path }: RoleCommand, app: App): Breach[] {
  if (role !== 'run') return [];
  return command.simple.flatMap((simple) => {
    const [program, ...rest] = programWords(simple);
    if (!program || baseName(program.text) !== 'uwsgi') return [];
    const isSetElsewhere = rest.some(({ text }) =>
      /^--(?:die-on-term|hook-master-start|ini|yaml|json|xml|emperor|exit-on-reload)\b|\.(?:ini|ya?ml|json|xml)(?::\w+)?$/.test(
        text,
      ),
    );
    if (isSetElsewhere || rest.length === 0 || isStoppedOtherwise(app)) return [];
    const isShell = /(?:^|\/)Procfile[\w.-]*$/.test(path);
    return [
      {
        range: program.range,
        words: UWSGI,
        ...(isShell ? { repair: { after: ' --die-on-term', at: program.range.end } } : {}),
      },
    ];
  });
}
