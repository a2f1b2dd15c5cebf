import { folderOf } from '../../manifests/shared/paths';
import { type Breach, defineRule, notAppCode, notServices } from '../../rule';
import { fileStart } from '../shared/file-start';
import { copiesOf, entriesPerDeploy } from './copy-per-deploy/copies';

export default defineRule({
  id: 'codebase/copy-per-deploy',
  title: 'A copy of the app for each deploy',
  severity: 'information',
  message:
    '{what}: what is fixed in one is not in the other. Keep one codebase, and let the environment say what differs between deploys.',
  skip: notAppCode,
  skipApps: notServices,
  appFiles: (path, app) => {
    const manifest = app.complete ? app.manifests.find((one) => one.path === path) : undefined;
    if (!manifest || folderOf(path) !== app.root || app.manifests[0] !== manifest) return [];
    const found = told(copiesOf(manifest, app), 'folders') ?? told(entriesPerDeploy(app), 'files');
    return found ? [{ ...found, range: fileStart(path, app) }] : [];
  },
});

function told(paths: readonly string[], kind: string): Omit<Breach, 'range'> | undefined {
  const [one, other] = paths;
  if (one === undefined || other === undefined) return undefined;
  return {
    words: { what: `The ${kind} ${one} and ${other} hold the same app for different deploys` },
    related: kind === 'files' ? paths.map((path) => ({ path, message: 'One of them' })) : [],
  };
}
