import type { EntryCheck, GivenCheck } from '../../../rule';

/** `config.log_file_size = 100.megabytes` of Rails. */
export const rollingSettings: GivenCheck = {
  names: ['log_file_size'],
  breach: ({ holder, value, range }) =>
    holder.name === 'log_file_size' && holder.kind === 'attribute' && value.kind !== 'null'
      ? { range, words: { api: 'Rails' } }
      : undefined,
};

/** Spring Boot's own keys; the file itself is reported elsewhere. */
export const rollingPolicies: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/,
    at: /(?:^|\.)logging\.(?:logback\.rollingpolicy\.(?:max-file-size|max-history)|file\.(?:max-size|max-history))$/,
    breach: (entry) =>
      entry.kind === 'value' ? { range: entry.range, words: { api: 'Spring Boot' } } : undefined,
  },
];
