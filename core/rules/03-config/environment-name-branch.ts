import { defineRule, notAppCode } from '../../rule';
import { branches } from './environment-name-branch/branches';
import { profiles } from './environment-name-branch/profiles';
import { DEPLOY_WORDS, SELECTORS } from './shared/deploys';

/** What the branches are looked through for; all of it is judged together. */
const nothing = (): undefined => undefined;

export default defineRule({
  id: 'config/environment-name-branch',
  title: 'Setting chosen by the name of the deploy',
  severity: 'warning',
  message:
    '{what} is chosen by the name of the deploy, so that a new deploy needs new code. Read it from an environment variable of its own.',
  skip: notAppCode,
  skipApps: ['library', 'desktop', 'browser', 'command'],
  calls: { java: [profiles] },
  comparisons: {
    words: DEPLOY_WORDS,
    breach: nothing,
  },
  strings: {
    containing: [
      'https://',
      'http://',
      'wss://',
      's3://',
      'postgres',
      'mysql:',
      'mongodb',
      'redis://',
      'amqp',
    ],
    beside: SELECTORS,
    breach: nothing,
  },
  given: {
    names: [
      ...[
        'url',
        'uri',
        'host',
        'domain',
        'origin',
        'endpoint',
        'bucket',
        'region',
        'dsn',
        'database',
        'broker',
      ],
      ...['issuer', 'audience', 'tenant', 'server', 'address', 'queue', 'topic', 'port'],
    ],
    beside: SELECTORS,
    breach: nothing,
  },
  whole: branches,
  notFor: {
    shell: 'A script tells deploys apart to bring one out, which is what a deploy’s name is for.',
  },
});
