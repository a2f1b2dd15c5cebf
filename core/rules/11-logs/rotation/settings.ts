import type { EntryCheck, GivenCheck } from '../../../rule';

/** `config.log_file_size = 100.megabytes` of Rails. */
export const rollingSettings: GivenCheck = {
  names: ['log_file_size'],
  // Rails' own list of new defaults sets it for developers' machines.
  breach: ({ holder, value, range }, { path }) =>
    !/new_framework_defaults/.test(path) &&
    holder.name === 'log_file_size' &&
    holder.kind === 'attribute' &&
    value.kind !== 'null'
      ? { range, words: { api: 'Rails' } }
      : undefined,
};

const ROLLING =
  /(?:^|\.)logging\.(?:logback\.rollingpolicy\.(?:max-file-size|max-history)|file\.(?:max-size|max-history))$/;

/** Spring Boot's own keys; the file itself is reported elsewhere. */
export const rollingPolicies: readonly EntryCheck[] = [
  {
    // One file is one decision; blocks of scripts and of shells stand inside of it.
    files: /logrotate/,
    at: /^[^.]*\/|^\S*\.log\b/,
    breach: ({ kind, keyRange, keys }, _file, _app, all) =>
      kind === 'map' && keys.length === 1 && all.find((one) => one.kind === 'map')?.keyRange === keyRange
        ? { range: keyRange, words: { api: 'logrotate' } }
        : undefined,
  },
  {
    files: /(?:^|\/)(?:application|bootstrap)[\w.-]*\.(?:properties|ya?ml)$/,
    at: ROLLING,
    // All keys of one policy are one decision.
    breach: (entry, _file, _app, all) =>
      entry.kind === 'value' && all.find((one) => ROLLING.test(one.keys.join('.'))) === entry
        ? { range: entry.range, words: { api: 'Spring Boot' } }
        : undefined,
  },
];
