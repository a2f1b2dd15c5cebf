import type { CallFact } from '../../../facts/fact';
import type { Api } from '../../../rule';
import { says } from '../shared/apis';

/** Whether what a call puts something into was made outside of the request that does so. */
function outlives({ enclosure: { handler }, receiver }: CallFact): boolean {
  if (!handler || receiver?.kind !== 'call') return false;
  return receiver.range.start < handler.start || handler.end < receiver.range.end;
}

/** The same, where nobody waits for what comes of it. */
export const leftTo = (call: CallFact): boolean => call.alone && outlives(call);

/** A queue in memory that requests put work into, and that something else takes it from. */
export function fed(
  what: string,
  calls: readonly string[],
  test: (call: CallFact) => boolean = outlives,
): Api {
  return {
    calls,
    receiver: true,
    breach: (call, { path }) => {
      if (!test(call)) return undefined;
      const made = call.receiver && outlives(call) ? call.receiver.range : undefined;
      const related = made ? { related: [{ path, range: made, message: 'The queue is made here.' }] } : {};
      return { ...says(what, call.range, 'information'), ...related };
    },
  };
}

/** A field or variable by a name that says work waits in it. */
const WORK = /(?:^|[.?])\w{0,40}(?:jobs?|tasks?|work|mails?|emails?|queue)(?:ch|chan|channel|queue)?$/i;

/** A channel with room for what waits, that requests send work to. */
export const channel = fed('The work in this channel', ['*.<-'], (call) => {
  const { receiver, enclosure } = call;
  if (!enclosure.handler) return false;
  if (receiver?.kind === 'reference') return WORK.test(receiver.name);
  return (
    receiver?.kind === 'call' && receiver.callee === 'make' && receiver.args.length > 1 && outlives(call)
  );
});
