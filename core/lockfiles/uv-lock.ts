import { defineLockfile } from '../lockfile';
import { normalizeName } from '../manifests/shared/requirement';
import { tomlPackages } from './shared/toml-packages';

/** uv's uv.lock. */
export default defineLockfile({
  id: 'uv-lock',
  ecosystem: 'pypi',
  manager: 'uv',
  names: ['uv.lock'],
  read: (text) => ({ versions: tomlPackages(text, normalizeName).all, wanted: undefined }),
});
