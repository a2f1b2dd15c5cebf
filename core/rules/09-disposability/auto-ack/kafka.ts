import type { GivenFact } from '../../../facts/fact';
import { textOf } from '../../../facts/values';
import type { Breach, EntryCheck } from '../../../rule';
import { says } from '../../06-processes/shared/apis';

/** Kafka's clients commit what was delivered every few seconds, whether it was worked on or not. */
export const kafkaNames: readonly string[] = ['enable.auto.commit', 'enable_auto_commit', 'EnableAutoCommit'];

export function kafka({ holder, value, range }: GivenFact): Breach | undefined {
  if (!kafkaNames.includes(holder.name)) return undefined;
  const isOn = value.kind === 'boolean' ? value.value : textOf(value) === 'true';
  return isOn ? says('This consumer', range, 'information') : undefined;
}

export const kafkaEntries: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)application[\w.-]*\.(?:properties|ya?ml)$/,
    at: /^(?:spring\.kafka\.consumer\.(?:enable-auto-commit|enableAutoCommit|properties\.enable\.auto\.commit)|(?:kafka|mp\.messaging\.incoming\.[\w-]+)\.enable\.auto\.commit)$/,
    breach: ({ value, range }) =>
      value === 'true' ? says('Each listener', range, 'information') : undefined,
  },
];
