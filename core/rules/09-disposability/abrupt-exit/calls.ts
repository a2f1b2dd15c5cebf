import { isStarted } from '../../../entry/started';
import type { CallFact, Value } from '../../../facts/fact';
import type { Family } from '../../../language';
import type { Api, Finding, Fix } from '../../../rule';
import { startedFrom } from '../../shared/started-from';
import { deedsOf, type Handler, REGISTRATIONS } from '../shared/handlers';

const EXITS: Partial<Record<Family, RegExp>> = {
  javascript: /^process\.(?:exit|abort|kill|reallyExit)$/,
  python: /^os\.(?:_exit|abort|kill)$/,
  ruby: /^(?:exit!|Kernel\.exit!|Process\.exit!|abort)$/,
  php: /^(?:exit|die|posix_kill)$/,
  java: /(?:^|\.)(?:System\.exit|Runtime\.getRuntime\(\)\.halt)$/,
  csharp: /(?:^|\.)Environment\.(?:Exit|FailFast)$/,
  rust: /(?:^|\.)process\.(?:exit|abort)$/,
};

const advice = 'Close what takes requests or jobs first, and exit when open work is done.';

/** A handler that does nothing but exit. */
function exitsOnly(handler: Value | undefined, exits: RegExp): handler is Handler {
  if (handler?.kind !== 'function' || handler.assigns) return false;
  const deeds = deedsOf(handler);
  return deeds.length > 0 && deeds.every((one) => exits.test(one));
}

const registered = (family: Family): readonly Api[] =>
  (REGISTRATIONS[family] ?? []).map(({ calls, global, isTerm, handler }) => ({
    calls,
    ...(global ? { global } : {}),
    bodies: true,
    breach: (call, file, app) => {
      const exits = EXITS[family];
      const found = handler(call);
      if (!exits || !isTerm(call) || !exitsOnly(found, exits) || !isStarted(file.path, app)) return undefined;
      return {
        range: call.range,
        words: { what: 'This SIGTERM handler', advice },
        ...startedFrom(file.path, app),
        repair: { start: found.body.start, end: found.body.end },
      };
    },
  }));

/** Inside a shutdown hook the exit waits for the hook, and the hook for the exit. */
const hook: Api = {
  calls: ['Runtime.getRuntime().addShutdownHook', 'java.lang.Runtime.getRuntime().addShutdownHook'],
  global: true,
  bodies: true,
  breach: (call: CallFact) => {
    const thread = call.args[0]?.value;
    const body = thread?.kind === 'call' ? thread.args[0]?.value : thread;
    if (body?.kind !== 'function' || !body.calls.some((one) => EXITS.java?.test(one))) return undefined;
    return {
      range: call.range,
      words: {
        what: 'The exit in this shutdown hook',
        advice: 'Leave it out; the JVM ends after its hooks.',
      },
    };
  },
};

export const calls: Partial<Record<Family, readonly Api[]>> = {
  javascript: registered('javascript'),
  python: registered('python'),
  ruby: registered('ruby'),
  php: registered('php'),
  java: [...registered('java'), hook],
  csharp: registered('csharp'),
  rust: registered('rust'),
};

const SERVER = /\b(?:const|let|var)\s+(server|httpServer|http_server|listener)\s*=/;

/** Lets Node’s server finish first; its name must be in the file. */
export function closeFirst({ path, breach }: Finding, text: string): Fix[] {
  const { start, end } = breach.repair ?? {};
  const server = SERVER.exec(text)?.[1];
  if (typeof start !== 'number' || typeof end !== 'number' || server === undefined) return [];
  const body = text.slice(start, end);
  const exit = /process\.exit\(\d*\)/.exec(body)?.[0];
  if (exit === undefined || !/\.[cm]?[jt]sx?$/.test(path)) return [];
  const newText = body.replace(exit, `${server}.close(() => ${exit})`);
  return [
    { title: `Close ${server} first`, kind: 'suggestion', edits: [{ path, range: { start, end }, newText }] },
  ];
}
