import type { GivenFact, StringFact } from '../../facts/fact';
import { textOf } from '../../facts/values';
import { type Breach, defineRule, notAppCode, notServices } from '../../rule';
import { entries } from './in-memory-queue/entries';
import { javascript } from './in-memory-queue/javascript';
import { csharp, go, java, php, ruby, rust } from './in-memory-queue/others';
import { python } from './in-memory-queue/python';
import { says } from './shared/apis';
import { isForDevelopment } from './shared/environments';
import { repairing, replacing } from './shared/repairs';

const BROKER = /^(?:CELERY_)?broker(?:_?url)?$/i;
const EAGER = /^(?:CELERY_)?(?:TASK_)?ALWAYS_EAGER$/i;

/** Celery's broker in memory or in files. */
function broker({ holder, value }: StringFact, path: string): Breach | undefined {
  if (!BROKER.test(holder?.name ?? '') || isForDevelopment(path)) return undefined;
  return /^(?:memory|filesystem):\/\/|^sqla\+sqlite:/.test(value.text)
    ? says('Celery’s broker', value.range)
    : undefined;
}

function setting({ holder, value, range }: GivenFact, path: string): Breach | undefined {
  if (isForDevelopment(path)) return undefined;
  if (EAGER.test(holder.name)) {
    if (value.kind !== 'boolean' || !value.value) return undefined;
    return replacing(says('The work of an eager task', range), 'Queue tasks', range, 'False');
  }
  if (holder.name !== 'queue_adapter' || !/^(?:async|inline|sucker_punch)$/.test(textOf(value) ?? ''))
    return undefined;
  return replacing(says('Active Job’s queue', range), 'Queue with Solid Queue', range, ':solid_queue');
}

export default defineRule({
  id: 'processes/in-memory-queue',
  title: 'Jobs kept in process memory',
  severity: 'warning',
  message:
    '{what} lives in the memory of one process: a restart loses what waits, and each process has its own. Keep it in a backing service.',
  skip: notAppCode,
  skipApps: notServices,
  calls: { javascript, python, ruby, php, java, go, csharp, rust },
  strings: {
    containing: ['memory://', 'filesystem://', 'sqla+sqlite:'],
    breach: (fact, { path }) => broker(fact, path),
  },
  given: {
    names: ['always_eager', 'queue_adapter'],
    breach: (fact, { path }) => setting(fact, path),
  },
  entries,
  notFor: {
    shell: 'A script serves no requests and keeps nothing between them.',
  },
  fix: repairing,
});
