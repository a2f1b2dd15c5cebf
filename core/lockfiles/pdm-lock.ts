import { defineLockfile } from '../lockfile';
import { normalizeName } from '../manifests/shared/requirement';
import { tomlPackages } from './shared/toml-packages';

/** PDM's pdm.lock. */
export default defineLockfile({
  id: 'pdm-lock',
  ecosystem: 'pypi',
  manager: 'pdm',
  names: ['pdm.lock'],
  read: (text) => ({ versions: tomlPackages(text, normalizeName).all, wanted: undefined }),
});
