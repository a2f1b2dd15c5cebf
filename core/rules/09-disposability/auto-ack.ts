import type { GivenFact } from '../../facts/fact';
import { textOf } from '../../facts/values';
import { type Breach, defineRule, type EntryCheck, type FileView, notAppCode, notServices } from '../../rule';
import { says } from '../06-processes/shared/apis';
import { repairing, replacing } from '../06-processes/shared/repairs';
import { afterWork } from './auto-ack/after-work';
import * as calls from './auto-ack/calls';
import { kafka, kafkaEntries, kafkaNames } from './auto-ack/kafka';

/** Azure Service Bus and lapin are told by a name that is given a value. */
function option({ holder, value, range }: GivenFact): Breach | undefined {
  if (holder.name === 'no_ack')
    return value.kind === 'boolean' && value.value
      ? {
          ...says('This consumer', range),
          repair: { form: 'rust', from: range.start, start: range.start, end: range.end },
        }
      : undefined;
  const mode = value.kind === 'reference' ? value.name : textOf(value);
  return /(?:^|\.)(?:receiveAndDelete|RECEIVE_AND_DELETE|ReceiveAndDelete)$/.test(mode ?? '')
    ? says('This receiver', range)
    : undefined;
}

/** Bull takes a job for stalled when its lock ends, which it never does with a time of 0. */
function lockTime({ holder, value, range }: GivenFact, file: FileView): Breach | undefined {
  const isBull = file.imports.some(({ module }) => /^bull(?:mq)?$/.test(module));
  return isBull && holder.name === 'lockDuration' && value.kind === 'number' && value.value === 0
    ? says('This queue', range)
    : undefined;
}

const entries: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)application[\w.-]*\.(?:properties|ya?ml)$/,
    at: /^spring\.rabbitmq\.listener\.(?:simple|direct)\.acknowledge-?mode$/i,
    breach: ({ value, range }) =>
      /^none$/i.test(value)
        ? replacing(says('Each listener', range), 'Acknowledge after the listener returns', range, 'auto')
        : undefined,
  },
];

export default defineRule({
  id: 'disposability/auto-ack',
  title: 'Job acknowledged before it is done',
  severity: 'warning',
  message:
    '{what} acknowledges a message as soon as it is delivered: if the process stops before the work is done, the job is lost. Acknowledge it after the work.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  notFor: { shell: 'Scripts take no jobs from a broker.' },
  given: {
    names: ['receiveMode', 'receive_mode', 'no_ack', 'lockDuration', ...kafkaNames],
    breach: (fact, file) => option(fact) ?? lockTime(fact, file) ?? kafka(fact),
  },
  entries: [...entries, ...kafkaEntries],
  fix: (finding, text, app) => [...repairing(finding, text, app), ...afterWork(finding, text, app)],
});
