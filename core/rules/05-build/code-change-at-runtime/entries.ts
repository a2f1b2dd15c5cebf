import { placeOfCompose } from '../../../formats/sources/compose';
import type { EntryCheck } from '../../../rule';

const COMPOSE = /(?:^|\/)(?:[\w.-]*[.-])?(?:docker-)?(?:compose|stack)(?:[.-][\w.-]+)?\.ya?ml$/i;
const CODE =
  /^(?:\.\/?|\.\/(?:src|app|server|api|lib|web|backend)\/?|\$\{?PWD\}?\/?):\/(?!etc|docker-entrypoint|config)/;

/** A working copy that a deploy mounts over the code of its image. */
export const mounts: readonly EntryCheck[] = [
  {
    files: COMPOSE,
    at: /^services\.[^.]+\.volumes\.\d+$/,
    breach: ({ value, range }, { path }) =>
      placeOfCompose(path) === 'deploy' && CODE.test(value)
        ? { range, words: { what: 'This mount' } }
        : undefined,
  },
];

/** PHP that looks for changed files on every request. */
export const settings: readonly EntryCheck[] = [
  {
    files: /(?:^|\/)(?:[\w.-]*(?:php|opcache)[\w.-]*)\.ini$/,
    at: /(?:^|\.)opcache\.validate_timestamps$/,
    breach: ({ value, range }, { path }) =>
      /^(?:1|on|true)$/i.test(value) && !/dev|local|test/i.test(path)
        ? { range, words: { what: 'A check for new code on each request' }, severity: 'information' }
        : undefined,
  },
];
