import type { App } from '../../../app';
import type { CallFact, Value } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Family } from '../../../language';
import type { Api, Finding, Fix } from '../../../rule';
import { wholeLine } from '../../shared/one-edit';
import { startedFrom } from '../../shared/started-from';
import { onlySays, REGISTRATIONS } from '../shared/handlers';

/** A handler that keeps the signal from what it would do: an empty one, one that only says so, the system’s own. */
function swallows(handler: Value | undefined): boolean {
  if (handler?.kind === 'function')
    return (
      handler.isEmpty ||
      (!handler.assigns && !handler.leaves && handler.calls.length > 0 && onlySays(handler))
    );
  if (handler?.kind === 'reference') return /(?:^|\.)SIG_IGN$/.test(handler.name);
  return /^(?:IGNORE|SIG_IGN|)$/.test(textOf(handler) ?? 'no');
}

const what = 'This handler swallows SIGTERM';

function othersHandle(path: string, app: App): boolean {
  for (const file of app.files.values())
    if (file.path !== path && file.class === 'app' && file.traits.includes('handles-signals')) return true;
  return false;
}

const registered = (family: Family): readonly Api[] =>
  (REGISTRATIONS[family] ?? []).map(({ calls, global, isTerm, handler }) => ({
    calls,
    ...(global ? { global } : {}),
    bodies: true,
    breach: (call, file, app) => {
      const found = handler(call);
      if (!isTerm(call) || !swallows(found)) return undefined;
      const isFunction = found?.kind === 'function';
      // For as long as a clean-up takes.
      if (call.enclosure.inTry && !isFunction) return undefined;
      // Node calls every handler there is: another one may do the work.
      if (isFunction && family === 'javascript' && othersHandle(file.path, app)) return undefined;
      const repair = { start: call.range.start, end: call.range.end };
      return {
        range: call.range,
        words: { what },
        repair,
        ...startedFrom(file.path, app),
      };
    },
  }));

const go: readonly Api[] = [
  {
    calls: ['os/signal.Ignore'],
    breach: (call: CallFact) =>
      call.args.some(({ value }) => value.kind === 'reference' && /\.SIGTERM$/.test(value.name))
        ? {
            range: call.range,
            words: { what: 'SIGTERM is ignored here' },
            repair: { start: call.range.start, end: call.range.end },
          }
        : undefined,
  },
];

export const calls: Partial<Record<Family, readonly Api[]>> = {
  javascript: registered('javascript'),
  python: registered('python'),
  ruby: registered('ruby'),
  php: registered('php'),
  java: registered('java'),
  go,
};

/** Takes out the lines of a handler that stands on lines of its own. */
export function removeHandler({ path, breach }: Finding, text: string): Fix[] {
  const { start, end, title } = breach.repair ?? {};
  // Other repairs of the rule name places too.
  if (title !== undefined) return [];
  if (typeof start !== 'number' || typeof end !== 'number') return [];
  const range = wholeLine(text, { start, end });
  const beside = text.slice(range.start, start) + text.slice(end, range.end);
  if (!/^[;\s]*$/.test(beside)) return [];
  return [{ title: 'Remove the handler', kind: 'suggestion', edits: [{ path, range, newText: '' }] }];
}
