import { defineRule, notAppCode, notServices } from '../../rule';
import { DEPLOY_WORDS } from '../03-config/shared/deploys';
import { branches, calls } from './local-vs-remote-branch/branches';

export default defineRule({
  id: 'backing-services/local-vs-remote-branch',
  title: 'Another kind of service by the name of the deploy',
  severity: 'information',
  message:
    'By the name of the deploy the code attaches {local} or {remote}. Use one kind of client, and let the environment say where its service is.',
  skip: notAppCode,
  skipApps: notServices,
  calls,
  comparisons: {
    words: [...DEPLOY_WORDS, 'isProd', 'is_prod', 'isDev', 'is_dev', 'isStaging', 'is_staging'],
    breach: () => undefined,
  },
  given: {
    names: ['EMAIL_BACKEND', 'DEFAULT_FILE_STORAGE', 'cache_store', 'active_storage'],
    breach: () => undefined,
  },
  whole: branches,
  notFor: { shell: 'A script constructs no clients.' },
});
