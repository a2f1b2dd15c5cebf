import { defineRule, type EntryCheck, notAppCode, notServices } from '../../rule';
import { says } from '../06-processes/shared/apis';
import * as calls from './slow-start/calls';
import { waits } from './slow-start/commands';

const PERIOD = /^(?:(\d{1,5})m)?(?:(\d{1,6})s?)?$/;
const LATE = 120;

const isNo = (value: string): boolean => value === 'no' || value === 'false';

/** Nobody asks for the first minutes: the process is known to take that long. */
function late(files: RegExp, at: RegExp): EntryCheck {
  return {
    files,
    at,
    breach: ({ value, range, keys }, _file, _app, all) => {
      // What Compose never starts again does its work once.
      const isOnce = all.some(
        (one) =>
          one.keys.length === 3 && one.keys[1] === keys[1] && one.keys[2] === 'restart' && isNo(one.value),
      );
      if (isOnce && keys[0] === 'services') return undefined;
      const [, minutes, seconds] = PERIOD.exec(value) ?? [];
      const time = Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
      return time >= LATE ? says(`The platform gives the process ${time} seconds`, range, 'hint') : undefined;
    },
  };
}

export default defineRule({
  id: 'disposability/slow-start',
  title: 'Start that waits',
  severity: 'hint',
  message:
    '{what} on every start of the process. Start at once, and try again where something is not there yet.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  notFor: {
    go: 'How long a product of durations is, is not read.',
  },
  commands: waits,
  entries: [
    late(/\.ya?ml$/, /\.(?:liveness|readiness|startup)Probe\.initialDelaySeconds$/),
    late(/(?:^|\/)[\w.-]*compose[\w.-]*\.ya?ml$/, /^services\.[^.]+\.healthcheck\.start_period$/),
  ],
});
