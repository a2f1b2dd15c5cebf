import type { App } from '../../../app';

/** What tools make, by the path up to the part that is to be ignored. Go's and PHP's `vendor` may be tracked. */
const ARTIFACTS =
  /^((?:[^/]+\/)*?(?:node_modules|bower_components|__pycache__|\.next|\.nuxt|\.svelte-kit|\.parcel-cache|\.venv|venv|(?:bin|obj)\/(?:Debug|Release)|target\/(?:classes|debug|release)|public\/(?:packs|vite)))\/|\.(?:pyc|class)$/;
/** Bundles, where a script of the app's own builds them. */
const BUNDLE = /^((?:dist|build|out))\/.+\.(?:js|css|map|html)$/;

/** What to ignore so that git does not track this file; undefined for a file that is no artifact. */
export function artifactOf(path: string, app: App): string | undefined {
  const found = ARTIFACTS.exec(path);
  if (found) return found[1] === undefined ? `*${path.slice(path.lastIndexOf('.'))}` : `${found[1]}/`;
  const bundle = BUNDLE.exec(path)?.[1];
  return bundle !== undefined && isBuilt(app) ? `${bundle}/` : undefined;
}

/** A private package with a build; actions of GitHub and published packages ship what they build. */
function isBuilt({ manifests, tree, root }: App): boolean {
  const prefix = root === '' ? '' : `${root}/`;
  const isAction = tree.paths.has(`${prefix}action.yml`) || tree.paths.has(`${prefix}action.yaml`);
  return (
    !isAction &&
    manifests.some(
      ({ scripts, traits }) => traits.has('private') && scripts.some(({ name }) => name === 'build'),
    )
  );
}
