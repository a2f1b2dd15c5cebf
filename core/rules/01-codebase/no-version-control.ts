import { defineRule } from '../../rule';
import { fileStart } from '../shared/file-start';

export default defineRule({
  id: 'codebase/no-version-control',
  title: 'App without version control',
  severity: 'information',
  message:
    'This app is in no repository: nobody can tell what is deployed, or go back. Run git init here and commit it.',
  skip: ['test', 'example', 'generated', 'vendored'],
  appFiles: (path, app) => {
    const { root, complete, tree, manifests } = app;
    if (!complete || root !== '' || tree.repository !== 'none') return [];
    const first = manifests.find(({ dependencies }) => dependencies.length > 0);
    return first?.path === path ? [{ range: fileStart(path, app) }] : [];
  },
});
