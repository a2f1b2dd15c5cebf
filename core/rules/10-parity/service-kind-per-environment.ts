import type { GivenFact } from '../../facts/fact';
import { type Breach, defineRule, type FileView, notAppCode, notServices } from '../../rule';

const SWITCHES = [
  'CELERY_TASK_ALWAYS_EAGER',
  'CELERY_ALWAYS_EAGER',
  'task_always_eager',
  'HUEY_IMMEDIATE',
  'DRAMATIQ_EAGER',
];
/** Files that configure one environment, as their names say. */
const DEVELOPMENT = /(?:^|\/)(?:environments\/development\.rb|settings\/(?:dev|development|local)\w*\.py)$/;

function switched({ holder, value, range }: GivenFact, { path }: FileView): Breach | undefined {
  if (SWITCHES.includes(holder.name))
    return value.kind === 'boolean' && value.value
      ? { range, words: { what: 'Jobs run inside of the request' } }
      : undefined;
  if (holder.name !== 'queue_adapter' || !DEVELOPMENT.test(path)) return undefined;
  const adapter = value.kind === 'string' ? value.text : '';
  return adapter === 'inline' ? { range, words: { what: 'Jobs run inside of the request' } } : undefined;
}

export default defineRule({
  id: 'parity/service-kind-per-environment',
  title: 'No queue in development',
  severity: 'information',
  message:
    '{what} here, and in a queue in production: what is passed to a job, and when it runs, differs. Use the queue everywhere.',
  skip: notAppCode,
  skipApps: notServices,
  given: { names: [...SWITCHES, 'queue_adapter'], breach: switched },
  notFor: {
    javascript: 'Its queue libraries have no such switch.',
    php: 'Laravel’s queue is chosen by a variable of the environment.',
    java: 'Its queue libraries have no such switch.',
    go: 'Its queue libraries have no such switch.',
    csharp: 'Its queue libraries have no such switch.',
    rust: 'Its queue libraries have no such switch.',
    shell: 'A script has no queue.',
  },
});
