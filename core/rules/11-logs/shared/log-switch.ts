import type { App } from '../../../app';
import type { Api, Breach } from '../../../rule';

/** Variables by which the deploy says that the log goes to stdout, or to a file after all. */
const SWITCH = /(?:^|_)LOG(?:GING|S)?_?(?:TO_)?(?:STDOUT|STDERR|CONSOLE|FILE_ENABLED|TO_FILE)$/i;

/** Information where a variable that the app reads turns the file off. */
export function softened(breach: Breach | undefined, app: App): Breach | undefined {
  if (!breach || ![...app.envReads.keys()].some((name) => SWITCH.test(name))) return breach;
  return { ...breach, severity: 'information' };
}

/** A command of the app, or what sets it up: it runs once, beside its processes. */
const ONE_OFF = /(?:^|\/)(?:cli|install|installer|setup|upgrade)\//;

/** The same for calls, and for what is no process of the app. */
export function withSwitch(apis: readonly Api[]): readonly Api[] {
  return apis.map((api) => ({
    ...api,
    breach: (call, file, app) => {
      const found = softened(api.breach?.(call, file, app), app);
      return found && ONE_OFF.test(file.path) ? { ...found, severity: 'information' } : found;
    },
  }));
}
