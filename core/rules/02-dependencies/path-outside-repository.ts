import type { App } from '../../app';
import { resolvePath } from '../../manifests/shared/paths';
import { type Breach, defineRule, notAppCode } from '../../rule';
import { ownManifest } from './shared/own-manifest';

export default defineRule({
  id: 'dependencies/path-outside-repository',
  title: 'Dependency outside of the repository',
  severity: 'warning',
  message:
    '{path} leads out of the repository: on a fresh clone there is nothing. Publish the package, or take it into this repository.',
  skip: notAppCode,
  appFiles: outside,
});

const ABSOLUTE = /^(?:\/|~\/|[A-Za-z]:[\\/])/;
/** What an image or a build has put there itself. */
const BUILT = /^\/(?:app|src|opt|tmp|build|code|workspace|usr\/src)(?:\/|$)|\$/;

/** A folder above the workspace folder is outside of the repository only where that one starts here. */
function outside(path: string, app: App): Breach[] {
  const manifest = ownManifest(path, app);
  if (!manifest || manifest.format === 'pom-xml') return [];
  return manifest.locals.flatMap(({ path: local, range }): Breach[] => {
    const isOutside = ABSOLUTE.test(local)
      ? !BUILT.test(local)
      : app.tree.repository === 'here' && !/[$%{]/.test(local) && resolvePath(path, local) === undefined;
    return isOutside ? [{ range, words: { path: local } }] : [];
  });
}
