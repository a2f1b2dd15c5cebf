import type { App } from '../../../app';
import type { Api, Breach } from '../../../rule';

/** Variables by which the deploy says that the log goes to stdout, or to a file after all. */
const SWITCH = /(?:^|_)LOG(?:GING|S)?_?(?:TO_)?(?:STDOUT|STDERR|CONSOLE|FILE_ENABLED|TO_FILE)$/i;

/** Information where a variable that the app reads turns the file off. */
export function softened(breach: Breach | undefined, app: App): Breach | undefined {
  if (!breach || ![...app.envReads.keys()].some((name) => SWITCH.test(name))) return breach;
  return { ...breach, severity: 'information' };
}

/** The same for calls. */
export function withSwitch(apis: readonly Api[]): readonly Api[] {
  return apis.map((api) => ({
    ...api,
    breach: (call, file, app) => softened(api.breach?.(call, file, app), app),
  }));
}
