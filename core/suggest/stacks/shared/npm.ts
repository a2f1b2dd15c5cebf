import type { Script } from '../../../manifest';
import type { AppView } from '../../view';

export type PackageManager = 'npm' | 'yarn' | 'pnpm' | 'bun';

/** The package manager by its lock file. */
export function packageManager(view: AppView): PackageManager {
  if (view.has('pnpm-lock.yaml')) return 'pnpm';
  if (view.has('yarn.lock')) return 'yarn';
  return view.first('bun.lock', 'bun.lockb') === undefined ? 'npm' : 'bun';
}

/** The scripts of the app's own package.json. */
export function scriptsOf({ app }: AppView): readonly Script[] {
  const path = app.root === '' ? 'package.json' : `${app.root}/package.json`;
  return app.manifests.find((one) => one.path === path)?.scripts ?? [];
}
