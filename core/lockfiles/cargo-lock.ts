import { defineLockfile } from '../lockfile';
import { tomlPackages } from './shared/toml-packages';

/** Cargo's Cargo.lock. */
export default defineLockfile({
  id: 'cargo-lock',
  ecosystem: 'crates',
  manager: 'cargo',
  names: ['Cargo.lock'],
  read: (text) => ({ versions: tomlPackages(text).all, wanted: undefined }),
});
