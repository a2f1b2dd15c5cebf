import type { EntryCheck, GivenCheck } from '../../../rule';

/** `$stdout.sync = false`; `buffered: true` of Serilog's file sink. */
export const switches: GivenCheck = {
  names: ['stdout.sync', 'buffered'],
  breach: ({ holder, value, range, argumentOf }) => {
    if (value.kind !== 'boolean') return undefined;
    const isSync = holder.name === 'sync' && /^\$?stdout$/i.test(holder.owner ?? '') && !value.value;
    const isSink = holder.name === 'buffered' && value.value && /\.WriteTo\.\w+$/.test(argumentOf ?? '');
    return isSync || isSink ? { range, words: { api: isSync ? '$stdout' : 'Serilog' } } : undefined;
  },
};

/** Appenders that flush when they see fit. */
export const flushes: readonly EntryCheck[] = [
  ...[
    { at: /\.@?immediateFlush(?:\.@value)?$/i, value: /^false$/i },
    { at: /\.@?bufferedIO$/i, value: /^true$/i },
  ].map(
    ({ at, value }): EntryCheck => ({
      files: /(?:^|\/)log(?:back|4j)[\w.-]*\.(?:xml|properties|ya?ml|json)$/,
      at,
      breach: (entry) =>
        value.test(entry.value) ? { range: entry.range, words: { api: 'The appender' } } : undefined,
    }),
  ),
];
