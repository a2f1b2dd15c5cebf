import type { Clock } from '../world';

/** The machine's clock. Its timers are monotonic and keep the program alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
