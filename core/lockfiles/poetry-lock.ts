import { defineLockfile } from '../lockfile';
import { normalizeName } from '../manifests/shared/requirement';
import { tomlPackages } from './shared/toml-packages';

/** Poetry's poetry.lock. */
export default defineLockfile({
  id: 'poetry-lock',
  ecosystem: 'pypi',
  manager: 'poetry',
  names: ['poetry.lock'],
  read: (text) => ({ versions: tomlPackages(text, normalizeName).all, wanted: undefined }),
});
