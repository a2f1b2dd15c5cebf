import { defineRule } from '../../rule';
import { liveEdits } from './live-edit-deploy/commands';
import { uploads } from './live-edit-deploy/entries';

export default defineRule({
  id: 'build/live-edit-deploy',
  title: 'Deploy that edits the running code',
  severity: 'warning',
  message:
    '{what} changes the code where it runs: there is no release to go back to. Build once, and deploy the build as a release of its own.',
  skip: ['test', 'example', 'generated', 'vendored'],
  commands: liveEdits,
  entries: uploads,
});
