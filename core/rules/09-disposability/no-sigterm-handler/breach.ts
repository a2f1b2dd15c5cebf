import type { App } from '../../../app';
import { closureOf } from '../../../entry/closure';
import type { EntryPoint } from '../../../entry/entry-points';
import { librariesOf } from '../../../entry/libraries';
import { startedBy } from '../../../entry/started';
import type { CallFact } from '../../../facts/fact';
import type { Api, Breach, FileView } from '../../../rule';
import { placesOf } from '../../shared/started-from';

/** How a skeleton of a graceful stop would be written; see `fixes/`. */
export type Stop =
  | 'node-app'
  | 'node-server'
  | 'node-close'
  | 'node-stop'
  | 'node-worker'
  | 'node-kafka'
  | 'nest'
  | 'go-listen'
  | 'go-server'
  | 'go-grpc'
  | 'go-run'
  | 'go-fiber'
  | 'python-server'
  | 'python-grpc'
  | 'python-pika'
  | 'python-tornado'
  | 'python-aiohttp'
  | 'python-loop'
  | 'ruby-server'
  | 'ruby-loop'
  | 'ruby-bunny'
  | 'php-loop'
  | 'java-server'
  | 'java-jetty'
  | 'java-javalin'
  | 'csharp-loop'
  | 'rust-axum'
  | 'rust-tonic';

interface Serving {
  readonly what: string;
  readonly work?: 'requests' | 'jobs';
  readonly calls: readonly string[];
  readonly beside?: readonly string[];
  readonly stop?: Stop;
  readonly when?: (call: CallFact, file: FileView, app: App) => boolean;
}

/**
 * A call that takes requests or jobs until the process ends. It breaks the rule in a file that a process of the app
 * starts, where no code of the app looks after SIGTERM.
 */
export function serving({ what, work = 'requests', calls, beside, stop, when }: Serving): Api {
  return {
    calls,
    ...(beside ? { beside } : {}),
    breach: (call, file, app) => {
      if (call.enclosure.inTest || (when && !when(call, file, app)) || looksAfterSignals(app))
        return undefined;
      const { entries, implied } = startedBy(file.path, app, ['web', 'worker', 'other']);
      // Ruby and PHP files say nothing of who loads them: only what a command names is known to run.
      const own = entries.filter(
        ({ runner, files }) =>
          runner === undefined && (!/\.(?:rb|php)$/.test(file.path) || files.includes(file.path)),
      );
      if (!app.complete || (own.length === 0 && !implied)) return undefined;
      return breachOf(call, what, work, stop, own, file.path);
    },
  };
}

function breachOf(
  call: CallFact,
  what: string,
  work: 'requests' | 'jobs',
  stop: Stop | undefined,
  entries: readonly EntryPoint[],
  path: string,
): Breach {
  const related = placesOf(entries, path);
  return {
    range: call.calleeRange,
    words: {
      what,
      does: `stops at once, and ${work === 'requests' ? 'open requests are cut off' : 'the job in hand is lost'}`,
      todo: 'Handle SIGTERM: take nothing new, finish what is open, then exit.',
    },
    // Servers that are started side by side, with TLS or without, stop by one handler.
    once: what,
    ...(related.length > 0 ? { related } : {}),
    ...(stop ? { repair: { stop, callee: call.callee, start: call.range.start, end: call.range.end } } : {}),
  };
}

/** Whether any code of the app does: it may stand far from what listens, and be called from anywhere. */
function looksAfterSignals(app: App): boolean {
  for (const file of app.files.values())
    if (file.class !== 'test' && file.class !== 'example' && file.traits.includes('handles-signals'))
      return true;
  return false;
}

/** Whether what a file loads takes requests by a library that does not drain by itself. */
export function loadsServer(path: string, app: App): boolean {
  const files = [...closureOf(path, app)].flatMap((one) => app.files.get(one) ?? []);
  const web = librariesOf(files).filter(({ serves }) => serves === 'web');
  return web.length > 0 && web.every(({ drains }) => drains === false);
}

/** The name of what a method is called on: `app` of `./server.app.listen`. */
export function receiver(callee: string): string {
  const base = callee.slice(0, callee.lastIndexOf('.'));
  return base.slice(base.lastIndexOf('.') + 1).replace(/^[?$@]+|\(\)$/g, '');
}
